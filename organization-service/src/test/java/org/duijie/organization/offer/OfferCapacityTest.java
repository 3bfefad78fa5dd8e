package org.duijie.organization.offer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.organization.offer.OfferMother.NOW;
import static org.duijie.organization.offer.OfferMother.TODAY;
import static org.duijie.organization.offer.OfferMother.anOffer;
import static org.duijie.organization.offer.OfferMother.anOfferUntil;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duijie.chassis.event.DomainEvent;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an offer holds, promises and gives back. */
class OfferCapacityTest {

    private final Offer offer = anOffer();

    @Test
    void holdsWhatIsWanted() {
        List<List<Share>> shares = reserve(books("800"), funds("5000"));

        assertThat(shares)
                .containsExactly(
                        List.of(new Share(0, new BigDecimal("800"))), List.of(new Share(1, new BigDecimal("5000"))));
        assertThat(left()).containsExactly("1200", "5000");
        assertThat(verbs()).containsExactly("opened", "capacity-changed");
    }

    @Test
    void holdsAllOrNothing() {
        assertRefused(() -> reserve(books("800"), funds("10000.01")), OfferProblem.NOT_ENOUGH_LEFT);
        assertRefused(() -> reserve(books("1500"), books("501")), OfferProblem.NOT_ENOUGH_LEFT);

        assertThat(left()).containsExactly("2000", "10000");
    }

    @Test
    void saysWhatIsLeft() {
        reserve(books("1999"));

        assertThatThrownBy(() -> reserve(books("12")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.detail().zh()).isEqualTo("GOODS.BOOKS.PRIMARY 需要 12 册，只余 1 册。"));
    }

    @Test
    void isExhaustedWhenNothingIsLeftAndOpenAgainWhenSomethingIsGivenBack() {
        List<Share> all = flat(reserve(books("2000"), funds("10000")));
        assertThat(offer.status()).isEqualTo(OfferStatus.EXHAUSTED);
        assertRefused(() -> reserve(books("1")), OfferProblem.NOT_OPEN);

        offer.release(all.subList(1, 2), TODAY, NOW);

        assertThat(offer.status()).isEqualTo(OfferStatus.OPEN);
        assertThat(left()).containsExactly("0", "10000");
        assertThat(verbs()).containsExactly("opened", "exhausted", "replenished");
    }

    @Test
    void whatIsGivenBackAfterTheLastDayOpensNothing() {
        Offer late = anOfferUntil(TODAY);
        List<Share> all = flat(late.reserve(List.of(books("2000"), funds("10000")), false, TODAY, NOW));

        late.release(all, TODAY.plusDays(1), NOW);

        assertThat(late.status()).isEqualTo(OfferStatus.EXPIRED);
        assertThat(late.items()).allSatisfy(item -> assertThat(item.reserved()).isZero());
    }

    @Test
    void promisesWhatWasHeldThoughTheOfferHasEnded() {
        List<Share> held = flat(reserve(books("800")));
        offer.withdraw("物资已另作安排", NOW);

        offer.commit(held, NOW);

        assertThat(offer.status()).isEqualTo(OfferStatus.WITHDRAWN);
        assertThat(offer.items().getFirst().committed()).isEqualByComparingTo("800");
        assertThat(offer.items().getFirst().reserved()).isZero();
    }

    @Test
    void givesBackWhatWillNotBeDelivered() {
        List<Share> held = flat(reserve(books("800")));
        offer.commit(held, NOW);

        offer.giveBack(List.of(new Share(0, new BigDecimal("300"))), TODAY, NOW);

        assertThat(left()).containsExactly("1500", "10000");
    }

    @Test
    void keepsBroadLinesForThoseWhoFindNoOther() {
        Offer two = Offer.open(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "53110000500302806B",
                OfferMother.termsUntil(TODAY),
                List.of(line("GOODS", "50"), line("GOODS.BOOKS", "100"), line("GOODS.TOYS", "100")),
                null,
                TODAY,
                NOW);

        List<List<Share>> shares = two.reserve(List.of(books("120")), false, TODAY, NOW);

        assertThat(shares)
                .containsExactly(List.of(new Share(1, new BigDecimal("100")), new Share(0, new BigDecimal("20"))));
    }

    @Test
    void keepsToItsBoundsUnlessTheyAreWaived() {
        Wanted little = new Wanted("GOODS.BOOKS", "册", BigDecimal.ONE, 9_999_99);
        Wanted much = new Wanted("GOODS.BOOKS", "册", BigDecimal.ONE, 50_000_01);

        assertRefused(() -> offer.reserve(List.of(little), true, TODAY, NOW), OfferProblem.OUTSIDE_BOUNDS);
        assertRefused(() -> offer.reserve(List.of(much), true, TODAY, NOW), OfferProblem.OUTSIDE_BOUNDS);
        offer.reserve(List.of(little), false, TODAY, NOW);
        offer.reserve(List.of(new Wanted("GOODS.BOOKS", "册", BigDecimal.ONE, 10_000_00)), true, TODAY, NOW);

        assertThat(left()).containsExactly("1998", "10000");
    }

    /** Invariant: of each line, what is held and promised never exceeds what there is, nor falls below zero. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261126})
    void neverSpeaksForMoreThanThereIs(long seed) {
        Random random = new Random(seed);
        List<List<Share>> held = new ArrayList<>();
        List<List<Share>> promised = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    try {
                        held.add(flat(reserve(
                                books(Integer.toString(1 + random.nextInt(400))),
                                funds(1 + random.nextInt(3_000) + ".5"))));
                    } catch (ProblemException refused) {
                        assertThat(refused.type()).isIn(OfferProblem.NOT_ENOUGH_LEFT, OfferProblem.NOT_OPEN);
                    }
                }
                case 2 ->
                    oneOf(held, random).forEach(shares -> {
                        offer.commit(shares, NOW);
                        promised.add(shares);
                    });
                default -> {
                    if (random.nextBoolean()) {
                        oneOf(held, random).forEach(shares -> offer.release(shares, TODAY, NOW));
                    } else {
                        oneOf(promised, random).forEach(shares -> offer.giveBack(shares, TODAY, NOW));
                    }
                }
            }
            for (int line = 0; line < 2; line++) {
                OfferItem item = offer.items().get(line);
                assertThat(item.reserved()).isEqualByComparingTo(sum(held, line));
                assertThat(item.committed()).isEqualByComparingTo(sum(promised, line));
                assertThat(item.left()).isNotNegative();
            }
            boolean nothingLeft =
                    offer.items().stream().allMatch(item -> item.left().signum() == 0);
            assertThat(offer.status()).isEqualTo(nothingLeft ? OfferStatus.EXHAUSTED : OfferStatus.OPEN);
            offer.takeEvents();
        }
    }

    private static List<List<Share>> oneOf(List<List<Share>> all, Random random) {
        return all.isEmpty() ? List.of() : List.of(all.remove(random.nextInt(all.size())));
    }

    private static BigDecimal sum(List<List<Share>> all, int line) {
        return all.stream()
                .flatMap(List::stream)
                .filter(share -> share.line() == line)
                .map(Share::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<List<Share>> reserve(Wanted... wanted) {
        return offer.reserve(List.of(wanted), false, TODAY, NOW);
    }

    private static List<Share> flat(List<List<Share>> shares) {
        return shares.stream().flatMap(List::stream).toList();
    }

    private static Wanted books(String quantity) {
        return new Wanted("GOODS.BOOKS.PRIMARY", "册", new BigDecimal(quantity), 1);
    }

    private static Wanted funds(String quantity) {
        return new Wanted("FUNDS", "元", new BigDecimal(quantity), 1);
    }

    private static OfferItem line(String code, String quantity) {
        return OfferItem.untouched(OfferItem.Kind.GOODS, code, "物资", new BigDecimal(quantity), "册", 1_000_00);
    }

    private List<String> left() {
        return OfferResponse.of(offer).items().stream().map(OfferedItem::left).toList();
    }

    private List<String> verbs() {
        return offer.takeEvents().stream().map(DomainEvent::verb).toList();
    }

    private static void assertRefused(ThrowingCallable act, ProblemType problem) {
        assertThatThrownBy(act).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.type())
                .isEqualTo(problem));
    }
}
