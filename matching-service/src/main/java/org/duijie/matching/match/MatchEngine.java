package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duijie.matching.pairing.PairingService;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.policy.PolicyService;
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

    private final Supplier<Policy> policy;
    private final Supplier<Pairings> pairings;

    @Inject
    MatchEngine(PolicyService policies, PairingService pairings) {
        this(policies::current, pairings::current);
    }

    /** Policy and pairings are asked for anew with every question. */
    public MatchEngine(Supplier<Policy> policy, Supplier<Pairings> pairings) {
        this.policy = policy;
        this.pairings = pairings;
    }

    /** The best offers for a need, ranked. */
    public List<Match> topOffers(NeedFact need, Facts facts, LocalDate on, int limit) {
        return best(matches(List.of(need), facts.offers(), facts, on), Match.BEST_OFFER_FIRST, limit);
    }

    /** The best needs for an offer, ranked. */
    public List<Match> topNeeds(OfferFact offer, Facts facts, LocalDate on, int limit) {
        return best(matches(facts.needs(), List.of(offer), facts, on), Match.BEST_NEED_FIRST, limit);
    }

    /** Every match among these needs and these offers, in no particular order. */
    public Stream<Match> matches(Collection<NeedFact> needs, Collection<OfferFact> offers, Facts facts, LocalDate on) {
        Policy weights = policy.get();
        Pairings ties = pairings.get();
        return needs.stream().flatMap(need -> offers.stream()
                .map(offer -> Pair.of(need, offer, facts, ties, on))
                .filter(MatchEngine::fits)
                .map(pair -> new Match(pair.need(), pair.offer(), new Score(pair, weights).ppm())));
    }

    /** All that can be said of one pair. */
    public Judgement judge(NeedFact need, OfferFact offer, Facts facts, LocalDate on) {
        return judge(Pair.of(need, offer, facts, pairings.get(), on), policy.get());
    }

    static Judgement judge(Pair pair, Policy policy) {
        Score score = new Score(pair, policy);
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
                        policy.version(),
                        pair.pairings().edition(),
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
