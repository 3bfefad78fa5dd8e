package org.duijie.sample.data;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.duijie.sample.data.SampleNeed.Beneficiaries;
import org.duijie.sample.data.SampleNeed.Draft;
import org.duijie.sample.data.SampleNeed.Fate;
import org.jspecify.annotations.Nullable;

/**
 * Makes the needs. The first 403 are the circular's, one at least in each of the 62 poor counties and more where the
 * campaign's three cities lie; every later one is drawn freely. Besides them a few are left unpublished for the
 * accounts of the local run to play with: they are no part of the circular.
 */
final class Needs {
    /** How many needs are left unpublished. */
    static final int UNPUBLISHED = 12;

    /** Numbers of the unpublished ones begin where no other number reaches. */
    private static final int UNPUBLISHED_FROM = 100_000_000;

    private static final List<Fate> UNPUBLISHED_FATES = List.of(Fate.DRAFT, Fate.SUBMITTED, Fate.RETURNED);
    private static final List<String> COUNTIES_WITH_ACCOUNTS = List.of("130722", "130723");
    private static final List<String> CAMPAIGN_PREFECTURES = List.of("130600", "130700", "130800");

    private static final long THOUSAND_YUAN = 1_000_00L;
    private static final long SPLITTABLE_ABOVE = 1_000_000_00L;
    private static final int PERSONS_PER_HOUSEHOLD = 3;

    /** Counties to draw from: those of the campaign's three cities three times. */
    private static final List<Division> DRAWN = Divisions.poorCounties().stream()
            .flatMap(county -> IntStream.range(0, CAMPAIGN_PREFECTURES.contains(county.parentCode()) ? 3 : 1)
                    .mapToObj(_ -> county))
            .toList();

    private final LocalDate today;
    private final Takers takers;

    Needs(LocalDate today) {
        this.today = today;
        this.takers = new Takers(today);
    }

    /** Need {@code number}, from 0. */
    SampleNeed at(int number) {
        SplittableRandom chance = Seed.NEED.of(number);
        String reference = "N%06d".formatted(number);
        Division county = number < Divisions.poorCounties().size()
                ? Divisions.poorCounties().get(number)
                : Seed.pick(chance, DRAWN);
        if (number < Circular.SIZE) {
            Circular.Entry entry = Circular.ENTRIES.get(number);
            Theme theme = Seed.pick(chance, Theme.of(entry.category()));
            SampleOrganization taker = takers.find(entry, theme, county, chance);
            Draft draft = draft(reference, county, theme, entry.fen(), taker, chance);
            return new SampleNeed(reference, Fate.PUBLISHED, taker.creditCode(), draft);
        }
        return drawn(reference, Fate.PUBLISHED, county, chance);
    }

    /** Unpublished need {@code number}, from 0: drafts, submitted and returned ones in turn. */
    SampleNeed unpublished(int number) {
        SplittableRandom chance = Seed.NEED.of(UNPUBLISHED_FROM + number);
        Division county = Divisions.get(COUNTIES_WITH_ACCOUNTS.get(number % COUNTIES_WITH_ACCOUNTS.size()));
        Fate fate = UNPUBLISHED_FATES.get(number % UNPUBLISHED_FATES.size());
        return drawn("P%06d".formatted(number), fate, county, chance);
    }

    private SampleNeed drawn(String reference, Fate fate, Division county, SplittableRandom chance) {
        Theme theme = Seed.pick(chance, List.of(Theme.values()));
        long fen = chance.nextLong(20, 900) * THOUSAND_YUAN;
        return new SampleNeed(reference, fate, null, draft(reference, county, theme, fen, null, chance));
    }

    private Draft draft(
            String reference,
            Division county,
            Theme theme,
            long fen,
            @Nullable SampleOrganization taker,
            SplittableRandom chance) {
        String product = Seed.pick(chance, Theme.productsOf(county));
        int persons = (int) Math.clamp(fen / (chance.nextLong(300, 2_000) * 100), 20, 20_000);
        LocalDate periodStart = today.plusMonths(chance.nextInt(2, 6)).with(TemporalAdjusters.firstDayOfMonth());
        return new Draft(
                county.code(),
                theme.title(county, product),
                theme.summary(county, product) + "（样例编号 %s）".formatted(reference),
                theme.field(),
                theme.category(),
                theme.mode(),
                Resource.items(theme.resources(), fen, chance),
                fen > SPLITTABLE_ABOVE || chance.nextBoolean(),
                new Beneficiaries(persons, Math.ceilDiv(persons, PERSONS_PER_HOUSEHOLD)),
                periodStart,
                periodStart.plusMonths(chance.nextInt(6, 19)).minusDays(1),
                today.plusDays(chance.nextInt(45, 150)),
                admittedLevels(taker, chance),
                admittedTypes(taker, chance),
                excludedOrganizations(taker, chance),
                beneficiaryOrganization(taker, chance));
    }

    private static List<Level> admittedLevels(@Nullable SampleOrganization taker, SplittableRandom chance) {
        if (chance.nextInt(5) < 3) {
            return List.of();
        }
        EnumSet<Level> admitted = EnumSet.of(Level.NATIONAL, Level.PROVINCIAL);
        if (taker != null) {
            admitted.add(taker.level());
        }
        return List.copyOf(admitted);
    }

    private static List<OrganizationType> admittedTypes(@Nullable SampleOrganization taker, SplittableRandom chance) {
        if (chance.nextInt(8) > 0) {
            return List.of();
        }
        EnumSet<OrganizationType> admitted = EnumSet.of(OrganizationType.FOUNDATION);
        if (taker != null) {
            admitted.add(taker.type());
        }
        return List.copyOf(admitted);
    }

    private static List<String> excludedOrganizations(@Nullable SampleOrganization taker, SplittableRandom chance) {
        SampleOrganization excluded = Organizations.at(chance.nextInt(SampleSize.SMALL.organizations()));
        return chance.nextInt(40) > 0 || excluded.equals(taker) ? List.of() : List.of(excluded.creditCode());
    }

    /** Now and then a local organization receives the help; those tied to it may not give it. */
    private static @Nullable String beneficiaryOrganization(
            @Nullable SampleOrganization taker, SplittableRandom chance) {
        String local = Organizations.ofACounty(chance.nextInt(SampleSize.SMALL.organizations()))
                .creditCode();
        boolean tied = taker != null && taker.relatedParties().contains(local);
        return chance.nextInt(30) > 0 || tied ? null : local;
    }
}
