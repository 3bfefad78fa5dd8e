package org.duijie.matching.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    private static final Policy BY_COVERAGE = policy(1, Factor.COVERAGE);
    private static final Policy BY_NEARNESS = policy(2, Factor.NEARNESS);

    private final MatchEngine engine = new MatchEngine();
    private final Facts facts = new Facts();
    private final AtomicInteger progress = new AtomicInteger();

    @Test
    void tellsWhoGainsAndWhoLoses() {
        // Eleven far organizations cover the need wholly, one near one hardly at all.
        for (int i = 0; i < 11; i++) {
            offer(i, "320000", "PROVINCIAL", 10_000_000);
        }
        offer(99, "130722", "COUNTY", 100_000);
        need("130722");

        Rehearsal rehearsal = rehearse(BY_NEARNESS);

        assertThat(rehearsal.needs()).isEqualTo(1);
        assertThat(progress).hasValue(1);
        assertThat(rehearsal.needsChanged()).isEqualTo(1);
        assertThat(rehearsal.needsOtherFirst()).isEqualTo(1);
        assertThat(rehearsal.places()).isEqualTo(10);
        assertThat(rehearsal.entered()).isEqualTo(1);
        assertThat(rehearsal.left()).isEqualTo(1);
        assertThat(rehearsal.moved()).as("all the others go down by one").isEqualTo(9);
        assertThat(rehearsal.levels())
                .containsEntry("COUNTY", new Tally.Change(0, 1))
                .containsEntry("PROVINCIAL", new Tally.Change(10, 9));
        assertThat(rehearsal.types()).containsEntry("ASSOCIATION", new Tally.Change(10, 10));
    }

    @Test
    void tellsWhichCountiesGain() {
        offer(1, "130722", "COUNTY", 1_000_000);
        need("130722");
        for (int i = 0; i < 12; i++) {
            // Smaller, so that the offer covers more of each, and far.
            facts.put(aNeed(need -> {
                need.divisionCode = "130825";
                need.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_000_000, 5_000_000));
            }));
        }

        Rehearsal rehearsal = rehearse(BY_NEARNESS);

        assertThat(rehearsal.counties())
                .containsEntry("130722", new Tally.Change(0, 1))
                .containsEntry("130825", new Tally.Change(10, 9));
        assertThat(rehearsal.giniAfterPpm()).isLessThan(rehearsal.giniBeforePpm());
    }

    @Test
    void findsNoDifferenceToItself() {
        offer(1, "130722", "COUNTY", 1_000_000);
        offer(2, "320000", "PROVINCIAL", 2_000_000);
        need("130722");

        Rehearsal rehearsal = rehearse(BY_COVERAGE);

        assertThat(rehearsal.needsChanged()).isZero();
        assertThat(rehearsal.moved() + rehearsal.entered() + rehearsal.left()).isZero();
        assertThat(rehearsal.counties().values())
                .allSatisfy(change -> assertThat(change.after()).isEqualTo(change.before()));
        assertThat(rehearsal.giniAfterPpm()).isEqualTo(rehearsal.giniBeforePpm());
    }

    private Rehearsal rehearse(Policy policy) {
        Basis now = new Basis(BY_COVERAGE, Pairings.NONE, Likeness.NONE, Attention.NONE, TODAY);
        return Rehearsal.of(engine, facts, now, policy, progress);
    }

    private void need(String county) {
        facts.put(aNeed(need -> need.divisionCode = county));
    }

    private void offer(int number, String registrar, String level, long thousandths) {
        UUID organization = new UUID(1, number);
        facts.put(anOrganization(o -> {
            o.id = organization;
            o.registrarDivision = registrar;
            o.level = level;
        }));
        facts.put(anOffer(offer -> {
            offer.id = new UUID(2, number);
            offer.organizationId = organization;
            offer.items = List.of(new ItemFact("GOODS.BOOKS", "册", thousandths, 5_000_000));
        }));
    }

    private static Policy policy(int version, Factor factor) {
        return new Policy(version, Instant.EPOCH, "for tests", Map.of(factor, 1));
    }
}
