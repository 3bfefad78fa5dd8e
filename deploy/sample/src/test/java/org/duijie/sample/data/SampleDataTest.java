package org.duijie.sample.data;

import static java.util.stream.Collectors.averagingLong;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.duijie.sample.data.SampleNeed.Fate;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static final LocalDate TODAY = LocalDate.of(2018, 8, 18);
    private static final long YI_YUAN = 100_000_000_00L;

    private final SampleData small = new SampleData(SampleSize.SMALL, TODAY, false);

    @Test
    void reproducesTheCircularByCategory() {
        assertThat(small.needs().collect(groupingBy(need -> need.draft().category(), counting())))
                .isEqualTo(Map.of(Category.DIRECT_AID, 118L, Category.DEVELOPMENT, 192L, Category.PUBLIC_WELFARE, 93L));
        assertThat(small.needs().collect(groupingBy(need -> need.draft().category(), summingLong(need -> need.draft()
                        .valueFen()))))
                .isEqualTo(Map.of(
                        Category.DIRECT_AID, YI_YUAN * 37 / 100,
                        Category.DEVELOPMENT, YI_YUAN * 284 / 100,
                        Category.PUBLIC_WELFARE, YI_YUAN * 125 / 100));
    }

    @Test
    void reproducesTheCircularByLevelOfTheTaker() {
        assertThat(small.needs().collect(groupingBy(need -> taker(need).level(), counting())))
                .isEqualTo(Map.of(Level.NATIONAL, 18L, Level.PROVINCIAL, 380L, Level.MUNICIPAL, 5L));
        assertThat(small.needs().collect(groupingBy(need -> taker(need).level(), summingLong(need -> need.draft()
                        .valueFen()))))
                .isEqualTo(Map.of(
                        Level.NATIONAL, YI_YUAN * 50 / 100,
                        Level.PROVINCIAL, YI_YUAN * 336 / 100,
                        Level.MUNICIPAL, YI_YUAN * 60 / 100));
    }

    @Test
    void reproducesTheCircularByOriginOfTheTaker() {
        assertThat(small.needs().collect(groupingBy(need -> taker(need).origin(), counting())))
                .isEqualTo(Map.of(Origin.NATIONAL, 18L, Origin.BEIJING, 75L, Origin.TIANJIN, 35L, Origin.HEBEI, 275L));
    }

    @Test
    void reachesEveryPoorCountyAndNoOther() {
        assertThat(small.needs().map(need -> need.draft().divisionCode()).distinct())
                .containsExactlyInAnyOrderElementsOf(Divisions.poorCountyCodes())
                .hasSize(62);
    }

    @Test
    void isTheSameWhenMadeAgainOrLarger() {
        SampleData larger = new SampleData(SampleSize.of(2_000), TODAY, false);

        assertThat(larger.needs().limit(403))
                .containsExactlyElementsOf(small.needs().toList());
        assertThat(larger.offers().limit(500))
                .containsExactlyElementsOf(small.offers().toList());
        assertThat(larger.organizations().limit(240))
                .containsExactlyElementsOf(small.organizations().toList());
    }

    @Test
    void keepsThePublishedFiguresOnAnyDay() {
        SampleData later = new SampleData(SampleSize.SMALL, TODAY.plusYears(8).plusDays(97), false);

        assertThat(later.needs().map(need -> need.draft().valueFen()))
                .containsExactlyElementsOf(
                        small.needs().map(need -> need.draft().valueFen()).toList());
        assertThat(later.needs().map(SampleNeed::takenUpBy))
                .containsExactlyElementsOf(
                        small.needs().map(SampleNeed::takenUpBy).toList());
    }

    @Test
    void isOpenOnTheDayOfTheRun() {
        assertThat(small.needs().map(SampleNeed::draft)).allSatisfy(need -> {
            assertThat(need.deadline()).isAfter(TODAY);
            assertThat(need.periodStart()).isAfter(TODAY);
            assertThat(need.periodEnd()).isAfter(need.periodStart()).isAfter(need.deadline());
        });
        assertThat(small.offers()).allSatisfy(offer -> {
            assertThat(offer.validFrom()).isBeforeOrEqualTo(TODAY);
            assertThat(offer.validUntil()).isAfter(TODAY);
        });
    }

    @Test
    void givesOrganizationsValidCodesOfTheirLevel() {
        List<SampleOrganization> organizations = small.organizations().toList();

        assertThat(organizations).hasSize(240);
        assertThat(organizations).extracting(SampleOrganization::creditCode).doesNotHaveDuplicates();
        assertThat(organizations).allSatisfy(organization -> {
            String code = organization.creditCode();
            assertThat(code).hasSize(18).contains("YL");
            assertThat(CreditCode.check(code.substring(0, 17))).isEqualTo(code.charAt(17));
            assertThat(levelIn(code)).isEqualTo(organization.level());
            assertThat(organization.name()).startsWith("样例");
        });
    }

    @Test
    void hasEveryBlemishButNoneAmongTheAccountsOrTheTakers() {
        assertThat(small.organizations().map(SampleOrganization::blemish).distinct())
                .containsExactlyInAnyOrder(Blemish.values());
        assertThat(small.organizations().limit(5).map(SampleOrganization::blemish))
                .containsOnly(Blemish.NONE);
        assertThat(small.needs().map(this::taker))
                .noneMatch(taker -> taker.blemish().barred());
    }

    @Test
    void givesMostNeedsATakerWithAFittingOffer() {
        Map<Integer, List<SampleOffer>> offers = small.offers().collect(groupingBy(SampleOffer::organization));
        long served = small.needs()
                .filter(need -> offers.getOrDefault(taker(need).number(), List.of()).stream()
                        .anyMatch(offer -> offer.serves(
                                need.draft().field(),
                                need.draft().divisionCode(),
                                need.draft().mode())))
                .count();

        assertThat(served).isGreaterThan(360);
    }

    @Test
    void splitsItemsIntoThingsWorthSomething() {
        assertThat(small.needs().flatMap(need -> need.draft().items().stream()))
                .allSatisfy(item -> assertThat(item.value().fen()).isPositive());
        assertThat(small.offers()).allSatisfy(offer -> {
            assertThat(offer.items())
                    .allSatisfy(item -> assertThat(item.value().fen()).isPositive());
            assertThat(offer.smallestCommitment().fen())
                    .isPositive()
                    .isLessThanOrEqualTo(offer.largestCommitment().fen());
        });
    }

    @Test
    void leavesAFewNeedsUnpublishedForTheAccounts() {
        assertThat(small.unpublishedNeeds().collect(groupingBy(SampleNeed::fate, counting())))
                .isEqualTo(Map.of(Fate.DRAFT, 4L, Fate.SUBMITTED, 4L, Fate.RETURNED, 4L));
        assertThat(small.needs().map(SampleNeed::fate)).containsOnly(Fate.PUBLISHED);
    }

    @Test
    void crowdsFourOfFiveOffersIntoOneCellInTwentyWhenSkewed() {
        SampleData skewed = new SampleData(SampleSize.of(10_000), TODAY, true);
        Map<String, Long> offersByCell = skewed.offers()
                .filter(offer -> offer.fields().size() == 1
                        && offer.divisions().size() == 1
                        && Divisions.poorCountyCodes()
                                .contains(offer.divisions().getFirst()))
                .collect(groupingBy(
                        offer -> offer.fields().getFirst() + "@"
                                + offer.divisions().getFirst(),
                        counting()));

        long inTheFullest22 = offersByCell.values().stream()
                .sorted((a, b) -> Long.compare(b, a))
                .limit(22)
                .mapToLong(Long::longValue)
                .sum();
        assertThat(inTheFullest22).isBetween(8_000L, 8_100L);
    }

    @Test
    void streamsManyWithoutKeepingThem() {
        SampleData large = new SampleData(SampleSize.of(1_000_000), TODAY, false);
        long before = usedBytes();

        double average = large.offers().limit(100_000).collect(averagingLong(SampleOffer::number));

        assertThat(average).isEqualTo(49_999.5);
        assertThat(usedBytes() - before).isLessThan(32L << 20);
        assertThat(large.size().organizations()).isEqualTo(480_000);
    }

    @Test
    void refusesASizeThatWouldBreakTheCircular() {
        assertThatIllegalArgumentException().isThrownBy(() -> SampleSize.of(402));
    }

    private final Map<String, SampleOrganization> byCode =
            small.organizations().collect(toMap(SampleOrganization::creditCode, Function.identity()));

    private SampleOrganization taker(SampleNeed need) {
        return Objects.requireNonNull(byCode.get(Objects.requireNonNull(need.takenUpBy())));
    }

    private static Level levelIn(String creditCode) {
        String registrar = creditCode.substring(2, 8);
        if (registrar.equals("100000")) {
            return Level.NATIONAL;
        } else if (registrar.endsWith("0000")) {
            return Level.PROVINCIAL;
        }
        return registrar.endsWith("00") ? Level.MUNICIPAL : Level.COUNTY;
    }

    private static long usedBytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
