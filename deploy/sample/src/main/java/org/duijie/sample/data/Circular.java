package org.duijie.sample.data;

import static org.duijie.sample.data.Category.DEVELOPMENT;
import static org.duijie.sample.data.Category.DIRECT_AID;
import static org.duijie.sample.data.Category.PUBLIC_WELFARE;
import static org.duijie.sample.data.Level.MUNICIPAL;
import static org.duijie.sample.data.Level.NATIONAL;
import static org.duijie.sample.data.Level.PROVINCIAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The published numbers of the campaign of 2018: 403 projects worth 4.46 亿元. By category 118, 192 and 93 worth 0.37,
 * 2.84 and 1.25 亿元 (http://www.gongyibaodao.com/zyff/7574.html); by level of the organization 18, 380 and 5 worth
 * 0.50, 3.36 and 0.60 亿元 (the same page); by origin Beijing 75, Tianjin 35, Hebei 275 and about 1.13, 0.09 and 2.75
 * 亿元 (Hebei Daily, 2018-08-23; its parts are rounded and add up to 4.47).
 *
 * <p>Only these margins were published. How the cuts cross, and what each project is worth, is this sample's own
 * choice, made so that every margin comes out to the fen.
 */
final class Circular {
    /** How many needs the circular has. */
    static final int SIZE = 403;

    private static final long TEN_THOUSAND_YUAN = 10_000_00L;
    private static final long GRAIN_FEN = 1_000_00L;

    /** One cell of the crossed cuts; {@code worth} is in 万元. */
    private record Stratum(Category category, Level level, Origin origin, int count, int worth) {}

    private static final List<Stratum> STRATA = List.of(
            new Stratum(DIRECT_AID, NATIONAL, Origin.NATIONAL, 6, 300),
            new Stratum(DIRECT_AID, PROVINCIAL, Origin.BEIJING, 22, 900),
            new Stratum(DIRECT_AID, PROVINCIAL, Origin.TIANJIN, 12, 150),
            new Stratum(DIRECT_AID, PROVINCIAL, Origin.HEBEI, 78, 2_350),
            new Stratum(DEVELOPMENT, NATIONAL, Origin.NATIONAL, 9, 3_700),
            new Stratum(DEVELOPMENT, PROVINCIAL, Origin.BEIJING, 36, 6_800),
            new Stratum(DEVELOPMENT, PROVINCIAL, Origin.TIANJIN, 16, 570),
            new Stratum(DEVELOPMENT, PROVINCIAL, Origin.HEBEI, 127, 12_330),
            new Stratum(DEVELOPMENT, MUNICIPAL, Origin.HEBEI, 4, 5_000),
            new Stratum(PUBLIC_WELFARE, NATIONAL, Origin.NATIONAL, 3, 1_000),
            new Stratum(PUBLIC_WELFARE, PROVINCIAL, Origin.BEIJING, 17, 3_600),
            new Stratum(PUBLIC_WELFARE, PROVINCIAL, Origin.TIANJIN, 7, 200),
            new Stratum(PUBLIC_WELFARE, PROVINCIAL, Origin.HEBEI, 65, 6_700),
            new Stratum(PUBLIC_WELFARE, MUNICIPAL, Origin.HEBEI, 1, 1_000));

    /** What the circular says of one need: its cuts and its value in fen. */
    record Entry(Category category, Level level, Origin origin, long fen) {}

    /** All 403 in an order that mixes the cuts. */
    static final List<Entry> ENTRIES = entries();

    private Circular() {}

    private static List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        for (Stratum stratum : STRATA) {
            SplittableRandom chance = Seed.CIRCULAR.of(entries.size());
            for (long fen : share(stratum.worth() * TEN_THOUSAND_YUAN, stratum.count(), chance)) {
                entries.add(new Entry(stratum.category(), stratum.level(), stratum.origin(), fen));
            }
        }
        Collections.shuffle(entries, Random.from(Seed.CIRCULAR.of(SIZE)));
        return List.copyOf(entries);
    }

    /** Splits a sum into uneven parts of whole thousands of yuan that add up to exactly the sum. */
    static long[] share(long fen, int parts, SplittableRandom chance) {
        int[] weights = chance.ints(parts, 100, 600).toArray();
        long total = Arrays.stream(weights).asLongStream().sum();
        long[] shares = new long[parts];
        long passed = 0;
        long given = 0;
        for (int part = 0; part < parts; part++) {
            passed += weights[part];
            long until = part == parts - 1 ? fen : fen / GRAIN_FEN * passed / total * GRAIN_FEN;
            shares[part] = until - given;
            given = until;
        }
        return shares;
    }
}
