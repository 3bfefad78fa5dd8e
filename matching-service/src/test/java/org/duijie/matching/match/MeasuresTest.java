package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.match.PairMother.aPair;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Promises;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeasuresTest {

    @Test
    void aSpecialistWithTheVeryResourceFitsWholly() {
        assertThat(value(Factor.FIELD_FIT, p -> {})).isEqualTo(1_000_000);
    }

    @Test
    void manyFieldsAndAWiderResourceFitLess() {
        assertThat(value(Factor.FIELD_FIT, p -> p.offer.fields = List.of("EDUCATION", "HEALTH")))
                .isEqualTo(900_000);
        assertThat(value(Factor.FIELD_FIT, p -> p.offer.fields = List.of())).isEqualTo(750_000);
        assertThat(value(Factor.FIELD_FIT, p -> p.offer.items = List.of(new ItemFact("GOODS", "册", 1, 1))))
                .isEqualTo(750_000);
    }

    @Test
    void anOrganizationOfThePairedDistrictCountsWholly() {
        assertThat(value(Factor.PAIRING, p -> {})).isEqualTo(1_000_000);
        assertThat(value(Factor.PAIRING, p -> p.organization.registrarDivision = "110105"))
                .isZero();
    }

    @Test
    void anOrganizationOfTheMunicipalityAboveCountsLess() {
        assertThat(value(Factor.PAIRING, p -> p.organization.registrarDivision = "110000"))
                .isEqualTo(600_000);
        assertThat(value(Factor.PAIRING, p -> p.organization.registrarDivision = "120000"))
                .isZero();
        assertThat(value(Factor.PAIRING, p -> p.organization.registrarDivision = "100000"))
                .isZero();
    }

    @Test
    void aPairingCountsFromItsFirstDay() {
        Consumer<PairMother> huaian = p -> {
            p.need.divisionCode = "130728";
            p.organization.registrarDivision = "110116";
        };
        assertThat(value(Factor.PAIRING, huaian.andThen(p -> p.on = LocalDate.of(2018, 3, 31))))
                .isZero();
        assertThat(value(Factor.PAIRING, huaian.andThen(p -> p.on = LocalDate.of(2018, 4, 1))))
                .isEqualTo(1_000_000);
    }

    @Test
    void theMarksOfACountyMakeItsPriority() {
        assertThat(value(Factor.PRIORITY, p -> {})).isEqualTo(800_000);
        assertThat(value(Factor.PRIORITY, p -> p.division = aDivision("130722", "NATIONAL", "CONFIRMED", true)))
                .isEqualTo(1_000_000);
        assertThat(value(Factor.PRIORITY, p -> p.division = aDivision("130722", "NATIONAL", "UNSOURCED", false)))
                .isEqualTo(700_000);
        assertThat(value(Factor.PRIORITY, p -> p.division = aDivision("130722", "PROVINCIAL", null, false)))
                .isEqualTo(500_000);
        assertThat(value(Factor.PRIORITY, p -> p.division = aDivision("130722", "AREA_ONLY", null, true)))
                .isEqualTo(500_000);
        assertThat(value(Factor.PRIORITY, p -> p.division = aDivision("130722", null, null, false)))
                .isZero();
    }

    @Test
    void coverageIsTheShareOfTheValue() {
        assertThat(value(Factor.COVERAGE, p -> {})).isEqualTo(1_000_000);
        assertThat(value(Factor.COVERAGE, p -> p.offer.items = List.of(new ItemFact("GOODS.BOOKS", "册", 500_000, 1))))
                .isEqualTo(250_000);
        assertThat(value(Factor.COVERAGE, p -> p.offer.largestCommitmentFen = 2_500_000L))
                .isEqualTo(500_000);
    }

    @Test
    void nothingIsGivenTwice() {
        // 2000 books and 1000 atlases are wanted; 1500 books of any kind and 1000 atlases are there.
        assertThat(value(Factor.COVERAGE, p -> {
                    p.need.items = List.of(
                            new ItemFact("GOODS.BOOKS.ATLASES", "册", 1_000_000, 1_000_000),
                            new ItemFact("GOODS.BOOKS", "册", 2_000_000, 1_000_000));
                    p.offer.items = List.of(
                            new ItemFact("GOODS.BOOKS", "册", 1_500_000, 1),
                            new ItemFact("GOODS.BOOKS.ATLASES", "册", 1_000_000, 1));
                }))
                .isEqualTo(875_000);
    }

    @Test
    void itemsWithoutAValueCountAlike() {
        assertThat(value(
                        Factor.COVERAGE,
                        p -> p.need.items = List.of(
                                new ItemFact("GOODS.BOOKS", "册", 1_000, 0), new ItemFact("VOLUNTEERS", "人", 1_000, 0))))
                .isEqualTo(500_000);
    }

    @Test
    void urgencyRisesInBands() {
        assertThat(value(Factor.URGENCY, p -> p.need.deadline = TODAY.plusDays(7)))
                .isEqualTo(1_000_000);
        assertThat(value(Factor.URGENCY, p -> p.need.deadline = TODAY.plusDays(8)))
                .isEqualTo(800_000);
        assertThat(value(Factor.URGENCY, p -> p.need.deadline = TODAY.plusDays(31)))
                .isEqualTo(500_000);
        assertThat(value(Factor.URGENCY, p -> p.need.deadline = TODAY.plusDays(91)))
                .isEqualTo(300_000);
        assertThat(value(Factor.URGENCY, p -> p.need.deadline = TODAY.plusDays(181)))
                .isEqualTo(100_000);
    }

    @Test
    void theRecordIsTheRatingWhileItIsInForce() {
        Rating rating = new Rating("AAAA", TODAY.minusYears(2), TODAY);
        assertThat(value(Factor.RECORD, p -> p.organization.rating = rating)).isEqualTo(900_000);
        assertThat(measure(Factor.RECORD, aPair(p -> {
                            p.organization.rating = rating;
                            p.on = TODAY.plusDays(1);
                        }))
                        .present())
                .isFalse();
    }

    @Test
    void aBlemishInTheLastInspectionTakesOff() {
        Rating rating = new Rating("AAAA", TODAY.minusYears(2), TODAY);
        assertThat(value(Factor.RECORD, p -> {
                    p.organization.rating = rating;
                    p.organization.inspections =
                            List.of(new Inspection(2017, "BASICALLY_PASSED"), new Inspection(2016, "FAILED"));
                }))
                .isEqualTo(700_000);
        assertThat(value(Factor.RECORD, p -> p.organization.inspections = List.of(new Inspection(2017, "PASSED"))))
                .isEqualTo(600_000);
    }

    @Test
    void keptPromisesCountMoreThanAnyRatingOnceThereAreEnough() {
        assertThat(recordOf(new Promises(3, 0, 0, 0, 0))).isEqualTo(1_000_000);
        assertThat(recordOf(new Promises(3, 0, 0, 0, 1))).isEqualTo(900_000);
        assertThat(recordOf(new Promises(8, 1, 0, 0, 0))).isEqualTo(750_000);
        assertThat(recordOf(new Promises(1, 1, 2, 0, 0))).isEqualTo(500_000);
        assertThat(recordOf(new Promises(0, 3, 0, 0, 2))).isZero();
        // Too little to judge by: the rating stands in.
        assertThat(recordOf(new Promises(0, 2, 0, 1, 0))).isEqualTo(600_000);
        assertThat(recordOf(new Promises(0, 0, 9, 0, 0))).isEqualTo(600_000);
    }

    private static int recordOf(Promises promises) {
        return value(Factor.RECORD, p -> {
            p.organization.rating = new Rating("AA", TODAY.minusYears(1), TODAY);
            p.organization.promises = promises;
        });
    }

    @Test
    void nearnessFollowsTheDivisionCode() {
        assertThat(value(Factor.NEARNESS, p -> p.organization.registrarDivision = "130722"))
                .isEqualTo(1_000_000);
        assertThat(value(Factor.NEARNESS, p -> p.organization.registrarDivision = "130700"))
                .isEqualTo(800_000);
        assertThat(value(Factor.NEARNESS, p -> p.organization.registrarDivision = "130100"))
                .isEqualTo(600_000);
        assertThat(value(Factor.NEARNESS, p -> p.organization.registrarDivision = "110102"))
                .isEqualTo(400_000);
        assertThat(value(Factor.NEARNESS, p -> p.organization.registrarDivision = "320000"))
                .isZero();
    }

    @Test
    void likenessIsThatOfBothTexts() {
        TextVector one = TextVector.ofBytes(new byte[512]);
        byte[] direction = new byte[512];
        Arrays.fill(direction, (byte) 7);
        TextVector other = TextVector.ofBytes(direction);

        assertThat(value(Factor.TEXT_LIKENESS, p -> p.likeness = knowing(other, other)))
                .isEqualTo(1_000_000);
        assertThat(value(Factor.TEXT_LIKENESS, p -> p.likeness = knowing(one, other)))
                .isZero();
        assertThat(absent(Factor.TEXT_LIKENESS, p -> p.likeness = knowing(one, null)))
                .isTrue();
        assertThat(measure(Factor.TEXT_LIKENESS, aPair(p -> p.likeness = knowing(null, one)))
                        .sentence()
                        .get()
                        .en())
                .isEqualTo("The texts have not been read yet.");
        assertThat(measure(Factor.TEXT_LIKENESS, aPair(p -> {}))
                        .sentence()
                        .get()
                        .en())
                .isEqualTo("Texts are not read here.");
    }

    @Test
    void aJudgementNamesTheModelOnlyIfBothTextsTookPart() {
        TextVector text = TextVector.ofBytes(new byte[512]);

        assertThat(MatchEngine.judge(aPair(p -> p.likeness = knowing(text, text)))
                        .versions()
                        .textModel())
                .isEqualTo("a-model");
        assertThat(MatchEngine.judge(aPair(p -> p.likeness = knowing(text, null)))
                        .versions()
                        .textModel())
                .isNull();
    }

    private static Likeness knowing(@Nullable TextVector need, @Nullable TextVector offer) {
        return new Likeness() {
            @Override
            public String model() {
                return "a-model";
            }

            @Override
            public @Nullable TextVector of(NeedFact fact) {
                return need;
            }

            @Override
            public @Nullable TextVector of(OfferFact fact) {
                return offer;
            }
        };
    }

    @Test
    void whatIsNotKnownIsAbsentAndNeverZero() {
        assertThat(absent(Factor.TEXT_LIKENESS, p -> {})).isTrue();
        assertThat(absent(Factor.ATTENTION, p -> {})).isTrue();
        assertThat(absent(Factor.PRIORITY, p -> p.division = null)).isTrue();
        assertThat(absent(Factor.RECORD, p -> {})).isTrue();
        assertThat(absent(Factor.NEARNESS, p -> p.organization.registrarDivision = "100000"))
                .isTrue();
        assertThat(absent(Factor.PAIRING, p -> p.organizationKnown = false)).isTrue();
    }

    private static int value(Factor factor, Consumer<PairMother> change) {
        Measure measure = measure(factor, aPair(change));
        assertThat(measure.present()).isTrue();
        assertThat(measure.sentence().get().zh()).endsWith("。");
        assertThat(measure.sentence().get().en()).endsWith(".");
        return measure.ppm();
    }

    private static boolean absent(Factor factor, Consumer<PairMother> change) {
        return !measure(factor, aPair(change)).present();
    }

    private static Measure measure(Factor factor, Pair pair) {
        return Measures.of(factor, pair);
    }
}
