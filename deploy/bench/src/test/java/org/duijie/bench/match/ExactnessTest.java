package org.duijie.bench.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.duijie.bench.match.Hits.Hit;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.index.Judge;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small size of each benchmark of matching, for its answers alone: how long they take is no matter here. */
class ExactnessTest {

    private static final PrintWriter SILENT = new PrintWriter(Writer.nullWriter());
    private static final Judge RULES = MatchEngine.rules(Nation.BASIS);
    private static final int LIMIT = 50;

    /** Of so many that popular resources have lists whose blocks are looked at a few together. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void top50AnswersAsTheScanDoes(boolean skewed) {
        Top50Run run = new Top50Run(new Top50Run.Plan(50_000, 200, 2_000, 0, 0), skewed, SILENT);

        run.compare();

        assertThat(run.mismatches()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void reverseAnswersAsTheScanDoes(boolean skewed) {
        ReverseBenchmark.Plan plan = new ReverseBenchmark.Plan(3_000, 2, 30, 500, 0);
        Nation nation = new Nation(skewed ? 2 : 1, skewed, 1_000, plan.needs());
        MatchIndex index = new MatchIndex(Country.TODAY);
        index.fill(nation.facts);

        assertThat(ReverseBenchmark.check(plan, nation, index, SILENT)).isZero();
    }

    /** Every update is seen by whoever asks next, and leaves nothing behind that an index made anew would not have. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void updateComesToTheIndexThatBuildMakes(boolean skewed) {
        Nation nation = new Nation(skewed ? 2 : 1, skewed, 3_000, 3_000);
        MatchIndex updated = new MatchIndex(Country.TODAY);
        updated.fill(nation.facts);
        for (int i = 0; i < 3_000; i++) {
            updated.put(nation.changedOffer());
            updated.put(nation.changedNeed());
        }
        MatchIndex built = new MatchIndex(Country.TODAY);
        built.fill(nation.facts);

        int found = 0;
        for (int i = 0; i < 200; i++) {
            NeedFact need = nation.question();
            OfferFact offer = nation.changedOffer();
            updated.put(offer);
            built.put(offer);
            List<Hit> offers = offers(updated, nation, need);
            List<Hit> needs = needs(updated, nation, offer);
            assertThat(offers).isEqualTo(offers(built, nation, need));
            assertThat(needs).isEqualTo(needs(built, nation, offer));
            found += offers.size() + needs.size();
        }
        assertThat(found).as("a test over few matches proves little").isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void percolateFindsWhatLuceneMonitorAndALoopFind(boolean skewed) {
        PercolateRun run = new PercolateRun(new PercolateRun.Plan(2_000, true, 400, 50, 50, 20), skewed, SILENT);

        run.measure();

        assertThat(run.mismatches()).isZero();
        assertThat(run.hits()).as("a test over few hits proves little").isGreaterThan(100);
    }

    private static List<Hit> offers(MatchIndex index, Nation nation, NeedFact need) {
        List<Hit> hits = new ArrayList<>();
        index.topOffers(
                need,
                nation.division(need),
                Nation.BASIS,
                RULES,
                any -> true,
                LIMIT,
                (offer, ppm) -> hits.add(new Hit(ppm, offer.id())));
        return hits.stream().sorted().toList();
    }

    private static List<Hit> needs(MatchIndex index, Nation nation, OfferFact offer) {
        List<Hit> hits = new ArrayList<>();
        index.topNeeds(
                offer,
                nation.organization(offer),
                Nation.BASIS,
                RULES,
                any -> true,
                LIMIT,
                (need, ppm) -> hits.add(new Hit(ppm, need.id())));
        return hits.stream().sorted().toList();
    }
}
