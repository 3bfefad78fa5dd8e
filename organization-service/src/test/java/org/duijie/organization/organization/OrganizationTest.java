package org.duijie.organization.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.organization.organization.OrganizationMother.aRegisteredOrganization;
import static org.duijie.organization.organization.OrganizationMother.aVerifiedOrganization;
import static org.duijie.organization.organization.OrganizationMother.on;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.event.DomainEvent;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.junit.jupiter.api.Test;

class OrganizationTest {

    private static final Instant NOW = on("2018-09-01");

    @Test
    void beginsAsRegisteredWithNothingKnownOfItsStanding() {
        Organization organization = aRegisteredOrganization("2018-09-01");

        assertThat(organization.status()).isEqualTo(OrganizationStatus.REGISTERED);
        assertThat(organization.standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(organization.version()).isEqualTo(1);
        assertThat(verbs(organization)).containsExactly("registered");
    }

    @Test
    void takesWhatItIsFromItsCode() {
        Organization organization = aRegisteredOrganization("2018-09-01");

        assertThat(organization.type()).isEqualTo(OrganizationType.FOUNDATION);
        assertThat(organization.level()).isEqualTo(OrganizationLevel.MUNICIPAL);
        assertThat(organization.registrarDivision()).isEqualTo("130700");
    }

    @Test
    void goesThroughItsLifeAndTellsEachStepOnce() {
        Organization organization = aRegisteredOrganization("2018-09-01");
        organization.verify(NOW);
        organization.suspend("年报逾期", NOW);
        organization.reinstate(NOW);
        organization.deregister(NOW);

        assertThat(organization.status()).isEqualTo(OrganizationStatus.DEREGISTERED);
        assertThat(verbs(organization))
                .containsExactly("registered", "verified", "suspended", "reinstated", "deregistered");
        assertThat(organization.takeEvents()).isEmpty();
    }

    @Test
    void refusesToVerifyTwice() {
        Organization organization = aVerifiedOrganization("2018-09-01");
        assertRefused(() -> organization.verify(NOW), OrganizationProblem.NOT_AWAITING_VERIFICATION);
    }

    @Test
    void refusesToSuspendWhatIsNotVerified() {
        Organization organization = aRegisteredOrganization("2018-09-01");
        assertRefused(() -> organization.suspend("年报逾期", NOW), OrganizationProblem.NOT_VERIFIED);
    }

    @Test
    void refusesToReinstateWhatIsNotSuspended() {
        Organization organization = aVerifiedOrganization("2018-09-01");
        assertRefused(() -> organization.reinstate(NOW), OrganizationProblem.NOT_SUSPENDED);
    }

    @Test
    void staysDeregisteredForGood() {
        Organization organization = aVerifiedOrganization("2018-09-01");
        organization.deregister(NOW);

        assertRefused(() -> organization.deregister(NOW), OrganizationProblem.DEREGISTERED);
        assertRefused(() -> organization.reinstate(NOW), OrganizationProblem.NOT_SUSPENDED);
        assertRefused(() -> organization.verify(NOW), OrganizationProblem.NOT_AWAITING_VERIFICATION);
        assertRefused(() -> organization.stateStanding(Standing.UNKNOWN, NOW), OrganizationProblem.DEREGISTERED);
    }

    @Test
    void tellsAChangedStandingOnce() {
        Organization organization = aVerifiedOrganization("2018-09-01");
        organization.takeEvents();
        Standing failed = new Standing(
                null, List.of(new Standing.Inspection(2017, Standing.InspectionResult.FAILED)), List.of(), List.of());

        organization.stateStanding(failed, NOW);
        organization.stateStanding(failed, NOW);

        assertThat(organization.standing()).isEqualTo(failed);
        assertThat(verbs(organization)).containsExactly("standing-changed");
    }

    @Test
    void judgesAPastDayAsItStoodThen() {
        Organization organization = aRegisteredOrganization("2018-03-01");
        organization.verify(on("2018-03-10"));
        organization.suspend("年报逾期", on("2018-06-01"));
        organization.reinstate(on("2018-07-01"));
        organization.deregister(on("2019-01-01"));

        assertThat(codesOn(organization, "2018-02-28")).containsExactly(Obstacle.Code.UNVERIFIED);
        assertThat(codesOn(organization, "2018-03-09")).containsExactly(Obstacle.Code.UNVERIFIED);
        assertThat(codesOn(organization, "2018-03-10")).isEmpty();
        assertThat(codesOn(organization, "2018-06-01")).containsExactly(Obstacle.Code.SUSPENDED);
        assertThat(codesOn(organization, "2018-06-30")).containsExactly(Obstacle.Code.SUSPENDED);
        assertThat(codesOn(organization, "2018-07-01")).isEmpty();
        assertThat(codesOn(organization, "2019-01-01")).containsExactly(Obstacle.Code.DEREGISTERED);
    }

    @Test
    void judgesADayWithSeveralStepsByTheLast() {
        Organization organization = aVerifiedOrganization("2018-03-01");
        organization.suspend("年报逾期", on("2018-03-01"));

        assertThat(codesOn(organization, "2018-03-01")).containsExactly(Obstacle.Code.SUSPENDED);
    }

    private static List<Obstacle.Code> codesOn(Organization organization, String day) {
        return organization.eligibilityOn(LocalDate.parse(day)).obstacles().stream()
                .map(Obstacle::code)
                .toList();
    }

    private static List<String> verbs(Organization organization) {
        return organization.takeEvents().stream().map(DomainEvent::verb).toList();
    }

    private static void assertRefused(ThrowingCallable verb, ProblemType problem) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(problem));
    }
}
