package org.duijie.organization.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.organization.delegation.DelegationMother.COUNTY;
import static org.duijie.organization.delegation.DelegationMother.NOW;
import static org.duijie.organization.delegation.DelegationMother.ORGANIZATION;
import static org.duijie.organization.delegation.DelegationMother.TODAY;
import static org.duijie.organization.delegation.DelegationMother.aDelegationUntil;
import static org.duijie.organization.delegation.DelegationMother.delegate;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.event.DomainEvent;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DelegationTest {

    @Test
    void isInForceFromTheBeginning() {
        Delegation delegation = aDelegationUntil(TODAY.plusDays(1));

        assertThat(delegation.status()).isEqualTo(DelegationStatus.ACTIVE);
        assertThat(delegation.version()).isEqualTo(1);
        assertThat(verbs(delegation)).containsExactly("granted");
    }

    @Test
    void lastsAYearAtMost() {
        assertThat(aDelegationUntil(TODAY).status()).isEqualTo(DelegationStatus.ACTIVE);
        assertThat(aDelegationUntil(TODAY.plusYears(1)).status()).isEqualTo(DelegationStatus.ACTIVE);
        assertRefused(() -> aDelegationUntil(TODAY.minusDays(1)), DelegationProblem.PERIOD_PASSED);
        assertRefused(() -> aDelegationUntil(TODAY.plusYears(1).plusDays(1)), DelegationProblem.PERIOD_TOO_LONG);
    }

    @ParameterizedTest
    @EnumSource(names = {"NEEDS", "OFFERS", "SUBSCRIPTIONS"})
    void isGivenForWhatIsThePrincipalsOwn(Matter matter) {
        boolean ofCounties = matter == Matter.NEEDS;
        ThrowingCallable byCounty = () -> delegate(COUNTY, List.of(matter), TODAY);
        ThrowingCallable byOrganization = () -> delegate(ORGANIZATION, List.of(matter), TODAY);

        assertRefused(ofCounties ? byOrganization : byCounty, DelegationProblem.MATTER_NOT_ITS_OWN);
        assertThat(delegate(ofCounties ? COUNTY : ORGANIZATION, List.of(matter), TODAY)
                        .matters())
                .containsExactly(matter);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSALS", "PROJECTS"})
    void bothSidesHaveWhatTheyDoTogether(Matter matter) {
        for (Principal principal : List.of(COUNTY, ORGANIZATION)) {
            assertThat(delegate(principal, List.of(matter), TODAY).matters()).containsExactly(matter);
        }
    }

    @Test
    void isTakenBackWithAReasonAndAName() {
        Delegation delegation = aDelegationUntil(TODAY);
        delegation.takeEvents();
        delegation.revoke("合作期满", "zhangbei", NOW.plusSeconds(60));

        assertThat(delegation.status()).isEqualTo(DelegationStatus.REVOKED);
        assertThat(delegation.revocationReason()).isEqualTo("合作期满");
        assertThat(delegation.revokedBy()).isEqualTo("zhangbei");
        assertThat(delegation.endedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(verbs(delegation)).containsExactly("revoked");
    }

    @Test
    void expiresAfterItsLastDayOnly() {
        Delegation delegation = aDelegationUntil(TODAY);
        delegation.takeEvents();

        assertRefused(() -> delegation.expire(TODAY, NOW), DelegationProblem.PERIOD_NOT_PASSED);
        delegation.expire(TODAY.plusDays(1), NOW);

        assertThat(delegation.status()).isEqualTo(DelegationStatus.EXPIRED);
        assertThat(verbs(delegation)).containsExactly("expired");
    }

    @Test
    void endsOnce() {
        Delegation revoked = aDelegationUntil(TODAY);
        revoked.revoke("合作期满", "zhangbei", NOW);
        Delegation expired = aDelegationUntil(TODAY);
        expired.expire(TODAY.plusDays(1), NOW);

        for (Delegation ended : List.of(revoked, expired)) {
            assertRefused(() -> ended.revoke("再次撤销", "zhangbei", NOW), DelegationProblem.NOT_ACTIVE);
            assertRefused(() -> ended.expire(TODAY.plusDays(1), NOW), DelegationProblem.NOT_ACTIVE);
        }
    }

    @Test
    void tellsNobodyElseWhichAccountsActed() {
        Delegation delegation = aDelegationUntil(TODAY);
        delegation.revoke("合作期满", "zhangbei", NOW);

        DelegationResponse told = DelegationResponse.of(delegation).withoutAccounts();
        assertThat(told.grantedBy()).isNull();
        assertThat(told.revokedBy()).isNull();
        assertThat(DelegationResponse.of(delegation).grantedBy()).isEqualTo("zhangbei");
    }

    private static List<String> verbs(Delegation delegation) {
        return delegation.takeEvents().stream().map(DomainEvent::verb).toList();
    }

    private static void assertRefused(ThrowingCallable verb, ProblemType problem) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(problem));
    }
}
