package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.WorkingFacts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked, the index and a full scan give the same answer. */
class IndexTest {

    private static final Pairings PAIRINGS = Pairings.ofReference();
    private static final int STEPS = 400;

    private static final MatchEngine SCAN = new MatchEngine();

    static Stream<Arguments> worlds() {
        return Stream.of(
                Arguments.of(1, 60, 0, false),
                Arguments.of(2, 60, 0, true),
                Arguments.of(3, 400, 0, false),
                Arguments.of(4, 400, 90, false),
                Arguments.of(5, 400, 90, true),
                Arguments.of(6, 1500, 95, false));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void answersAsAFullScanWould(long seed, int size, int alike, boolean texts) {
        Random random = new Random(seed);
        IndexedWorld world = new IndexedWorld(random, size, alike);
        Facts facts = new Facts();
        List<Fact> first = new ArrayList<>();
        for (int i = 0; i < size * 3; i++) {
            first.add(world.change());
        }
        LocalDate[] today = {TODAY};
        CommittedIndex index = new CommittedIndex(facts, () -> today[0]);
        facts.putAll(first);
        MatchEngine engine = new MatchEngine(index);

        Basis basis = basis(world, texts, TODAY);
        int found = 0;
        for (int step = 0; step < STEPS; step++) {
            for (int i = 0; i < 5; i++) {
                facts.put(world.change());
            }
            if (step % 40 == 39) {
                today[0] = today[0].plusDays(random.nextInt(12));
                basis = basis(world, texts, today[0]);
            }
            found += compare(engine, world, facts, basis, "seed " + seed + ", step " + step);
        }
        assertThat(found).as("a test over few matches proves little").isGreaterThan(STEPS);
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void answersAsAFullScanWouldOfWhatATransactionHasChanged(long seed, int size, int alike, boolean texts) {
        Random random = new Random(seed);
        IndexedWorld world = new IndexedWorld(random, size, alike);
        WorkingFacts facts = new WorkingFacts();
        CommittedIndex index = new CommittedIndex(facts.committed(), () -> TODAY);
        MatchEngine engine = new MatchEngine(index);
        facts.read(Stream.generate(world::change).limit(size * 3L).toList());
        Basis basis = basis(world, texts, TODAY);
        int found = 0;
        for (int step = 0; step < STEPS / 4; step++) {
            String where = "seed " + seed + ", step " + step;
            for (int i = 0; i < 4; i++) {
                facts.stage(world.change());
            }
            found += compare(engine, world, facts.working(), basis, where + ", inside");
            compare(engine, world, facts.committed(), basis, where + ", outside");
            facts.commit();
            compare(engine, world, facts.working(), basis, where + ", after");
            if (step % 10 == 9) {
                facts.read(Stream.generate(world::change).limit(7).toList());
                compare(engine, world, facts.committed(), basis, where + ", read again");
            }
        }
        assertThat(found).as("a test over few matches proves little").isGreaterThan(STEPS / 4);
    }

    private static Basis basis(IndexedWorld world, boolean texts, LocalDate on) {
        return new Basis(
                world.policy(),
                PAIRINGS,
                texts ? world.likeness() : Likeness.NONE,
                texts ? world.attention() : Attention.NONE,
                on);
    }

    private static int compare(MatchEngine engine, IndexedWorld world, Facts facts, Basis basis, String where) {
        NeedFact need = world.pick(List.copyOf(facts.needs()));
        OfferFact offer = world.pick(List.copyOf(facts.offers()));
        int limit = world.pick(List.of(0, 1, 3, 50));
        int least = world.pick(List.of(0, 300_000, 500_000, 700_000));
        List<Match> every = SCAN.allOffers(need, facts, basis, any -> true, 0);
        assertThat(told(engine.topOffers(need, facts, basis, limit)))
                .as("offers, %s", where)
                .isEqualTo(told(SCAN.topOffers(need, facts, basis, limit)));
        assertThat(told(engine.topNeeds(offer, facts, basis, limit)))
                .as("needs, %s", where)
                .isEqualTo(told(SCAN.topNeeds(offer, facts, basis, limit)));
        assertThat(inOrder(engine.allOffers(need, facts, basis, it -> it.version() % 2 == 0, least)))
                .as("all offers, %s", where)
                .isEqualTo(inOrder(SCAN.allOffers(need, facts, basis, it -> it.version() % 2 == 0, least)));
        assertThat(inOrder(engine.allNeeds(offer, facts, basis, it -> it.version() % 2 == 0, least)))
                .as("all needs, %s", where)
                .isEqualTo(inOrder(SCAN.allNeeds(offer, facts, basis, it -> it.version() % 2 == 0, least)));
        return every.size();
    }

    private static List<String> inOrder(List<Match> matches) {
        return told(matches).stream().sorted().toList();
    }

    private static List<String> told(List<Match> matches) {
        return matches.stream()
                .map(match -> match.need().id() + " v" + match.need().version() + " "
                        + match.offer().id() + " v" + match.offer().version() + ": " + match.ppm())
                .toList();
    }
}
