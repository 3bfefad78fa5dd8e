package org.duijie.bench.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.duijie.matching.subscription.Wish;

/**
 * Invented offers, needs and organizations spread over the country: 31 provinces, some 340 prefectures, some 2,900 counties,
 * 64 resources in three levels. The same seed gives the same country.
 */
final class Country {

    static final LocalDate TODAY = LocalDate.of(2018, 9, 1);

    private static final int[] PROVINCES = {
        11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62,
        63, 64, 65
    };
    private static final List<String> KINDS = List.of("GOODS", "SERVICE", "FUNDS", "VOLUNTEERS");
    private static final List<String> UNITS = List.of("件", "人次", "元", "人");
    private static final List<String> FIELDS =
            List.of("INDUSTRY", "EDUCATION", "HEALTH", "EMPLOYMENT", "RELOCATION", "VOLUNTEERING", "OTHER");
    private static final List<String> MODES = List.of("RELIEF", "CAPACITY_BUILDING");
    private static final List<String> CATEGORIES = List.of("DIRECT_AID", "DEVELOPMENT", "PUBLIC_WELFARE");
    private static final List<String> TYPES = List.of("ASSOCIATION", "SERVICE_INSTITUTION", "FOUNDATION");
    private static final List<String> GRADES = List.of("AAAAA", "AAAA", "AAA", "AA", "A");
    private static final int PERCENT = 100;
    private static final int SERIAL = 8;

    /** 36 to the power of {@link #SERIAL}. */
    private static final long SERIALS = 2_821_109_907_456L;

    /** What part of all falls to the popular, and what part of the places and resources are popular, in percent. */
    private static final int CROWD = 80;

    private static final int POPULAR = 5;

    private final SplittableRandom random;
    private final boolean skewed;
    private final List<String> counties = new ArrayList<>();
    private final List<String> hebei = new ArrayList<>();
    private final List<String> popularCounties = new ArrayList<>();
    private final List<String> leaves = new ArrayList<>();
    private final Map<String, String> pool = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    Country(long seed, boolean skewed) {
        this.random = new SplittableRandom(seed);
        this.skewed = skewed;
        for (int province : PROVINCES) {
            boolean municipality = province == 11 || province == 12 || province == 31 || province == 50;
            for (int prefecture = 1; prefecture <= (municipality ? 1 : 12); prefecture++) {
                for (int county = 1; county <= (municipality ? 18 : 8); county++) {
                    String code = "%02d%02d%02d".formatted(province, prefecture, (municipality ? 0 : 20) + county);
                    counties.add(code);
                    if (province == 13) {
                        hebei.add(code);
                    }
                }
            }
        }
        for (int i = 0; i < counties.size(); i++) {
            if (i % (PERCENT / POPULAR) == 7) {
                popularCounties.add(counties.get(i));
            }
        }
        for (String kind : KINDS) {
            for (int group = 0; group < 4; group++) {
                for (int leaf = 0; leaf < 4; leaf++) {
                    leaves.add(kind + ".G" + group + ".L" + leaf);
                }
            }
        }
    }

    List<DivisionFact> divisions() {
        return counties.stream()
                .map(code -> new DivisionFact(
                        new UUID(1, Long.parseLong(code)),
                        1,
                        code,
                        code,
                        one(10) ? "NATIONAL" : one(10) ? "PROVINCIAL" : null,
                        one(12) ? "CONFIRMED" : null,
                        code.startsWith("1307") || code.startsWith("1308")))
                .toList();
    }

    OrganizationFact organization(UUID id, long version) {
        String county = county();
        int level = random.nextInt(PERCENT);
        String registrar = level < 1
                ? "100000"
                : level < 6 ? county.substring(0, 2) + "0000" : level < 26 ? county.substring(0, 4) + "00" : county;
        return new OrganizationFact(
                id,
                version,
                "51" + shared(registrar) + "MJ" + serial(id),
                "组织",
                random.nextInt(PERCENT) < 96 ? "VERIFIED" : "SUSPENDED",
                level < 1 ? "NATIONAL" : level < 6 ? "PROVINCIAL" : level < 26 ? "MUNICIPAL" : "COUNTY",
                pick(TYPES),
                shared(registrar),
                List.of(),
                random.nextInt(PERCENT) < 35
                        ? new Rating(
                                pick(GRADES),
                                TODAY.minusDays(random.nextInt(1700)),
                                TODAY.plusDays(random.nextInt(-20, 900)))
                        : null,
                random.nextInt(PERCENT) < 60
                        ? List.of(new Inspection(2017, random.nextInt(PERCENT) < 90 ? "PASSED" : "BASICALLY_PASSED"))
                        : List.of(),
                one(50)
                        ? List.of(new Listing(TODAY.minusDays(90), TODAY.plusDays(random.nextInt(-60, 60))))
                        : List.of(),
                List.of(),
                null);
    }

    /** The eight characters that end a credit code. */
    private static String serial(UUID id) {
        String digits = Long.toString(Math.floorMod(id.getLeastSignificantBits(), SERIALS), Character.MAX_RADIX);
        return "0".repeat(SERIAL - digits.length()) + digits.toUpperCase(Locale.ROOT);
    }

    OfferFact offer(UUID id, long version, OrganizationFact organization) {
        int open = random.nextInt(PERCENT);
        LocalDate from = TODAY.minusDays(random.nextInt(-30, 300));
        return new OfferFact(
                id,
                version,
                open < 95 ? "OPEN" : "EXHAUSTED",
                organization.id(),
                organization.creditCode(),
                "资源",
                "资源",
                items(false),
                random.nextInt(PERCENT) < 40 ? Long.valueOf(fen(10_000, 10_000_000)) : null,
                random.nextInt(PERCENT) < 50 ? Long.valueOf(fen(1_000_000, 1_000_000_000)) : null,
                fields(),
                divisions(organization),
                one(33) ? List.of(county()) : List.of(),
                modes(),
                from,
                from.plusDays(random.nextInt(60, 900)));
    }

    NeedFact need(UUID id, long version) {
        LocalDate start = TODAY.plusDays(random.nextInt(-60, 90));
        return new NeedFact(
                id,
                version,
                random.nextInt(PERCENT) < 96 ? "PUBLISHED" : "FULFILLED",
                true,
                needy(),
                "需求",
                "需求",
                field(),
                CATEGORIES.get(Math.floorMod(id.getLeastSignificantBits(), CATEGORIES.size())),
                pick(MODES),
                items(true),
                null,
                random.nextInt(PERCENT) < 60,
                start,
                start.plusDays(random.nextInt(60, 500)),
                TODAY.plusDays(random.nextInt(-2, 250)),
                one(20) ? List.of("PROVINCIAL", "MUNICIPAL") : List.of(),
                one(20) ? List.of("FOUNDATION") : List.of(),
                List.of(),
                null);
    }

    /** What an organization wants to be told: seldom everything, mostly what is in some place and of some field. */
    Wish wish(UUID id, String organization) {
        int field = random.nextInt(PERCENT);
        int category = random.nextInt(PERCENT);
        return new Wish(
                id,
                organization,
                field < 30 ? List.of() : some(field < 75 ? 1 : 2, this::field),
                wishedDivisions(),
                random.nextInt(PERCENT) < 60 ? List.of() : some(1, () -> pick(MODES)),
                category < 60 ? List.of() : some(category < 90 ? 1 : 2, () -> pick(CATEGORIES)),
                random.nextBoolean() ? 0 : random.nextInt(200_000, 700_000));
    }

    private List<String> wishedDivisions() {
        int kind = random.nextInt(PERCENT);
        if (kind < 25) {
            return List.of();
        }
        String county = needy();
        return kind < 50
                ? shared(List.of(county.substring(0, 2) + "0000"))
                : kind < 70 ? shared(List.of(county.substring(0, 4) + "00")) : some(1 + random.nextInt(4), this::needy);
    }

    private List<String> some(int count, Supplier<String> names) {
        return shared(Stream.generate(names).limit(count).distinct().toList());
    }

    /** Ids as the services make them are in the order of time; here any will do. */
    UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    int next(int bound) {
        return random.nextInt(bound);
    }

    private List<ItemFact> items(boolean wanted) {
        int kind = random.nextInt(PERCENT);
        int count = kind < 70 ? 1 : kind < 92 ? 2 : 3;
        List<ItemFact> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String leaf = popular() ? leaves.get(random.nextInt(2)) : pick(leaves);
            int depth = random.nextInt(PERCENT);
            String code = depth < (wanted ? 85 : 55)
                    ? leaf
                    : depth < 95 ? leaf.substring(0, leaf.lastIndexOf('.')) : leaf.substring(0, leaf.indexOf('.'));
            items.add(new ItemFact(
                    shared(code),
                    UNITS.get(KINDS.indexOf(leaf.substring(0, leaf.indexOf('.')))),
                    fen(1_000, wanted ? 10_000_000 : 100_000_000),
                    wanted ? fen(100_000, 100_000_000) : 0));
        }
        return items;
    }

    private List<String> fields() {
        int kind = random.nextInt(PERCENT);
        int count = kind < 15 ? 0 : kind < 60 ? 1 : kind < 85 ? 2 : 3;
        List<String> fields = new ArrayList<>();
        while (fields.size() < count) {
            String field = fields.isEmpty() ? field() : pick(FIELDS);
            if (!fields.contains(field)) {
                fields.add(field);
            }
        }
        return shared(fields);
    }

    private String field() {
        return popular() ? FIELDS.get(random.nextInt(2)) : pick(FIELDS);
    }

    private List<String> divisions(OrganizationFact organization) {
        int kind = random.nextInt(PERCENT);
        if (kind < 30) {
            return List.of();
        }
        String home = organization.registrarDivision();
        String near = random.nextInt(PERCENT) < 60 && !home.equals("100000") ? home : needy();
        if (kind < 55) {
            return shared(List.of(near.substring(0, 2) + "0000"));
        }
        if (kind < 70) {
            return shared(List.of(near.substring(0, 4) + "00"));
        }
        List<String> divisions = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            divisions.add(needy());
        }
        return shared(divisions.stream().distinct().toList());
    }

    private List<String> modes() {
        int kind = random.nextInt(PERCENT);
        return kind < 40 ? List.of() : kind < 85 ? shared(List.of(pick(MODES))) : MODES;
    }

    private String county() {
        return popular() ? pick(popularCounties) : pick(counties);
    }

    /** Needs are Hebei's more often than chance would have it. */
    private String needy() {
        return popular() ? pick(popularCounties) : one(3) ? pick(hebei) : pick(counties);
    }

    private boolean popular() {
        return skewed && random.nextInt(PERCENT) < CROWD;
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** As many small as large ones, by magnitude. */
    private long fen(long least, long most) {
        return Math.round(least * Math.pow((double) most / least, random.nextDouble()));
    }

    private String shared(String text) {
        return pool.computeIfAbsent(text, any -> any);
    }

    private List<String> shared(List<String> texts) {
        return lists.computeIfAbsent(
                String.join(",", texts), any -> texts.stream().map(this::shared).toList());
    }
}
