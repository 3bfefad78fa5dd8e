package org.duijie.organization.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.organization.offer.OfferMother.NOW;
import static org.duijie.organization.offer.OfferMother.TODAY;
import static org.duijie.organization.offer.OfferMother.anOffer;
import static org.duijie.organization.offer.OfferMother.anOfferUntil;

import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.event.DomainEvent;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.junit.jupiter.api.Test;

class OfferTest {

    @Test
    void isOpenFromTheBeginningWithNothingSpokenFor() {
        Offer offer = anOffer();

        assertThat(offer.status()).isEqualTo(OfferStatus.OPEN);
        assertThat(offer.version()).isEqualTo(1);
        assertThat(offer.items()).allSatisfy(item -> {
            assertThat(item.reserved()).isEqualTo(BigDecimal.ZERO);
            assertThat(item.committed()).isEqualTo(BigDecimal.ZERO);
        });
        assertThat(verbs(offer)).containsExactly("opened");
    }

    @Test
    void isWorthTheSumOfItsItems() {
        assertThat(anOffer().valueFen()).isEqualTo(50_000_00);
        assertThat(OfferResponse.of(anOffer()).value().amount()).isEqualTo("50000.00");
    }

    @Test
    void isOpenOnItsLastDayAndRefusedAfterIt() {
        assertThat(anOfferUntil(TODAY).status()).isEqualTo(OfferStatus.OPEN);
        assertRefused(() -> anOfferUntil(TODAY.minusDays(1)), OfferProblem.PERIOD_PASSED);
    }

    @Test
    void expiresAfterItsLastDayOnly() {
        Offer offer = anOfferUntil(TODAY);
        offer.takeEvents();

        assertRefused(() -> offer.expire(TODAY, NOW), OfferProblem.PERIOD_NOT_PASSED);
        offer.expire(TODAY.plusDays(1), NOW);

        assertThat(offer.status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(verbs(offer)).containsExactly("expired");
    }

    @Test
    void isTakenBackWithAReason() {
        Offer offer = anOffer();
        offer.takeEvents();
        offer.withdraw("物资已另作安排", NOW);

        assertThat(offer.status()).isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(offer.withdrawalReason()).contains("物资已另作安排");
        assertThat(verbs(offer)).containsExactly("withdrawn");
    }

    @Test
    void endsOnce() {
        Offer withdrawn = anOfferUntil(TODAY);
        withdrawn.withdraw("物资已另作安排", NOW);
        Offer expired = anOfferUntil(TODAY);
        expired.expire(TODAY.plusDays(1), NOW);

        for (Offer ended : List.of(withdrawn, expired)) {
            assertRefused(() -> ended.withdraw("再次撤回", NOW), OfferProblem.NOT_OPEN);
            assertRefused(() -> ended.expire(TODAY.plusDays(1), NOW), OfferProblem.NOT_OPEN);
        }
    }

    @Test
    void showsQuantitiesAsTheyWereMeant() {
        List<OfferedItem> items = OfferResponse.of(anOffer()).items();
        assertThat(items).extracting(OfferedItem::quantity).containsExactly("2000", "10000");
    }

    private static List<String> verbs(Offer offer) {
        return offer.takeEvents().stream().map(DomainEvent::verb).toList();
    }

    private static void assertRefused(ThrowingCallable verb, ProblemType problem) {
        assertThatThrownBy(verb).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(problem));
    }
}
