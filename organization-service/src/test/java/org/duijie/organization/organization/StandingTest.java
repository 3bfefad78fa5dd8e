package org.duijie.organization.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.organization.organization.Standing.Grade;
import org.duijie.organization.organization.Standing.Inspection;
import org.duijie.organization.organization.Standing.InspectionResult;
import org.duijie.organization.organization.Standing.Listing;
import org.duijie.organization.organization.Standing.Rating;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final LocalDate TODAY = LocalDate.parse("2018-09-01");

    @Test
    void takesARatingOfFiveYears() {
        Standing standing = new Standing(rating("2016-01-01", "2021-01-01"), List.of(), List.of(), List.of());
        assertThatCode(() -> standing.check(TODAY)).doesNotThrowAnyException();
    }

    @Test
    void refusesALongerRating() {
        assertFaults(
                new Standing(rating("2016-01-01", "2021-01-02"), List.of(), List.of(), List.of()),
                "#/rating/validUntil");
    }

    @Test
    void refusesARatingThatEndsBeforeItBegins() {
        assertFaults(
                new Standing(rating("2016-01-01", "2015-12-31"), List.of(), List.of(), List.of()),
                "#/rating/validUntil");
    }

    @Test
    void refusesTwoResultsForOneYear() {
        Inspection passed = new Inspection(2017, InspectionResult.PASSED);
        Inspection failed = new Inspection(2017, InspectionResult.FAILED);
        assertFaults(new Standing(null, List.of(passed, failed), List.of(), List.of()), "#/inspections/1/year");
    }

    @Test
    void takesTheSameOrganizationListedTwice() {
        Listing first = new Listing(LocalDate.parse("2015-01-05"), LocalDate.parse("2017-03-01"), "未报送年报");
        Listing second = new Listing(LocalDate.parse("2018-01-05"), null, "未报送年报");
        Standing standing = new Standing(null, List.of(), List.of(first, second), List.of());
        assertThatCode(() -> standing.check(TODAY)).doesNotThrowAnyException();
    }

    @Test
    void namesEveryListingThatCannotBeSo() {
        Listing tomorrow = new Listing(TODAY.plusDays(1), null, "未报送年报");
        Listing backwards = new Listing(LocalDate.parse("2018-01-05"), LocalDate.parse("2018-01-04"), "未报送年报");
        assertFaults(
                new Standing(null, List.of(), List.of(tomorrow), List.of(backwards)),
                "#/abnormalListings/0/from",
                "#/blacklistings/0/until");
    }

    @Test
    void refusesAPhoneNumberInAReason() {
        Listing telling = new Listing(LocalDate.parse("2018-01-05"), null, "请联系 138 0013 8000");
        ProblemException refusal = catchThrowableOfType(
                ProblemException.class, () -> new Standing(null, List.of(), List.of(telling), List.of()).check(TODAY));
        assertThat(refusal.type()).isEqualTo(OrganizationProblem.PERSONAL_DATA);
        assertThat(refusal.faults())
                .extracting(ProblemException.Fault::pointer)
                .containsExactly("#/abnormalListings/0/reason");
    }

    private static Rating rating(String from, String until) {
        return new Rating(Grade.AAAA, LocalDate.parse(from), LocalDate.parse(until));
    }

    private static void assertFaults(Standing standing, String... pointers) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> standing.check(TODAY));
        assertThat(refusal.type()).isEqualTo(RequestProblem.INVALID);
        assertThat(refusal.faults()).extracting(ProblemException.Fault::pointer).containsExactly(pointers);
    }
}
