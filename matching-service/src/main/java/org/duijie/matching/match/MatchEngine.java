package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/**
 * Finds and ranks matches. This is the seam behind which an index may stand: its answers are those of a full scan of the
 * facts, and for now it makes that scan.
 */
@ApplicationScoped
public class MatchEngine {

    private static final List<Rule> RULES = List.of(Rule.values());

    /** The best offers for a need, ranked. */
    public List<Match> topOffers(NeedFact need, Facts facts, Basis basis, int limit) {
        return best(matches(List.of(need), facts.offers(), facts, basis), Match.BEST_OFFER_FIRST, limit);
    }

    /** The best needs for an offer, ranked. */
    public List<Match> topNeeds(OfferFact offer, Facts facts, Basis basis, int limit) {
        return best(matches(facts.needs(), List.of(offer), facts, basis), Match.BEST_NEED_FIRST, limit);
    }

    /** Every match among these needs and these offers, in no particular order. */
    public Stream<Match> matches(Collection<NeedFact> needs, Collection<OfferFact> offers, Facts facts, Basis basis) {
        return needs.stream().flatMap(need -> offers.stream()
                .map(offer -> Pair.of(need, offer, facts, basis))
                .filter(MatchEngine::fits)
                .map(pair -> new Match(pair.need(), pair.offer(), new Score(pair).ppm())));
    }

    /** All that can be said of one pair. */
    public Judgement judge(NeedFact need, OfferFact offer, Facts facts, Basis basis) {
        return judge(Pair.of(need, offer, facts, basis));
    }

    static Judgement judge(Pair pair) {
        Score score = new Score(pair);
        DivisionFact division = pair.division();
        OrganizationFact organization = pair.organization();
        return new Judgement(
                pair.need(),
                pair.offer(),
                division,
                organization,
                RULES.stream()
                        .filter(rule -> rule.brokenBy(pair))
                        .map(rule -> rule.explain(pair))
                        .toList(),
                score.ppm(),
                score.factors(),
                new Versions(
                        pair.need().version(),
                        pair.offer().version(),
                        division == null ? null : division.version(),
                        organization == null ? null : organization.version(),
                        pair.basis().policy().version(),
                        pair.pairings().edition(),
                        score.measured(Factor.TEXT_LIKENESS)
                                ? pair.basis().likeness().model()
                                : null,
                        pair.basis().attention().edition(),
                        pair.on()));
    }

    static boolean fits(Pair pair) {
        return RULES.stream().noneMatch(rule -> rule.brokenBy(pair));
    }

    /** Keeps no more than the limit while looking at all. */
    private static List<Match> best(Stream<Match> matches, Comparator<Match> bestFirst, int limit) {
        PriorityQueue<Match> worstOnTop = new PriorityQueue<>(limit + 1, bestFirst.reversed());
        matches.forEach(match -> {
            worstOnTop.add(match);
            if (worstOnTop.size() > limit) {
                worstOnTop.remove();
            }
        });
        return worstOnTop.stream().sorted(bestFirst).toList();
    }
}
