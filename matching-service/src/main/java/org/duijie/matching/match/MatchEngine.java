package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duijie.matching.match.index.Judge;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * Finds and ranks matches. This is the seam behind which the index stands: every answer is that of a full scan of the
 * facts. It scans where there is no index of these facts or of that day.
 */
@ApplicationScoped
public class MatchEngine {

    private static final List<Rule> RULES = List.of(Rule.values());

    private final @Nullable CommittedIndex index;

    /** Without an index: every answer comes from looking at all pairs. */
    public MatchEngine() {
        this.index = null;
    }

    /** With an index of its own. */
    public static MatchEngine of(Facts facts, Supplier<LocalDate> today) {
        return new MatchEngine(new CommittedIndex(facts, today));
    }

    @Inject
    MatchEngine(CommittedIndex index) {
        this.index = index;
    }

    /** The best offers for a need, ranked. */
    public List<Match> topOffers(NeedFact need, Facts facts, Basis basis, int limit) {
        return best(
                offers(
                        need,
                        facts,
                        basis,
                        offer -> true,
                        (index, among, taker) -> index.topOffers(
                                need, facts.division(need.divisionCode()), basis, rules(basis), among, limit, taker)),
                Match.BEST_OFFER_FIRST,
                limit);
    }

    /**
     * Every offer that matches a need, in no particular order.
     *
     * @param among only of these
     * @param leastPpm only with this score or more
     */
    public List<Match> allOffers(NeedFact need, Facts facts, Basis basis, Predicate<OfferFact> among, int leastPpm) {
        return offers(
                        need,
                        facts,
                        basis,
                        among,
                        (index, known, taker) -> index.allOffers(
                                need, facts.division(need.divisionCode()), basis, rules(basis), known, leastPpm, taker))
                .filter(match -> match.ppm() >= leastPpm)
                .toList();
    }

    /** What each of some offers scores for a need, in their order; {@link Scale#ABSENT} where one does not match. */
    public int[] scores(NeedFact need, List<OfferFact> some, Facts facts, Basis basis) {
        int[] scores = new int[some.size()];
        Staged staged = staged(facts);
        boolean answered = MatchIndex.admits(need)
                && answers(
                        facts,
                        basis,
                        it -> it.scores(need, facts.division(need.divisionCode()), basis, rules(basis), some, scores));
        for (int i = 0; i < scores.length; i++) {
            if (!answered || !staged.leaves(some.get(i))) {
                scores[i] = ppm(Pair.of(need, some.get(i), facts, basis));
            }
        }
        return scores;
    }

    /** The best needs for an offer, ranked. */
    public List<Match> topNeeds(OfferFact offer, Facts facts, Basis basis, int limit) {
        return topNeeds(offer, facts, basis, need -> true, limit);
    }

    /**
     * The best needs for an offer, ranked.
     *
     * @param among only of these
     */
    public List<Match> topNeeds(OfferFact offer, Facts facts, Basis basis, Predicate<NeedFact> among, int limit) {
        return best(
                needs(
                        offer,
                        facts,
                        basis,
                        among,
                        (index, known, taker) -> index.topNeeds(
                                offer,
                                facts.organization(offer.organizationId()),
                                basis,
                                rules(basis),
                                known,
                                limit,
                                taker)),
                Match.BEST_NEED_FIRST,
                limit);
    }

    /**
     * Every need that matches an offer, in no particular order.
     *
     * @param among only of these
     * @param leastPpm only with this score or more
     */
    public List<Match> allNeeds(OfferFact offer, Facts facts, Basis basis, Predicate<NeedFact> among, int leastPpm) {
        return needs(
                        offer,
                        facts,
                        basis,
                        among,
                        (index, known, taker) -> index.allNeeds(
                                offer,
                                facts.organization(offer.organizationId()),
                                basis,
                                rules(basis),
                                known,
                                leastPpm,
                                taker))
                .filter(match -> match.ppm() >= leastPpm)
                .toList();
    }

    /** Asks the index for matches with some of what it knows; tells whether it has answered. */
    @FunctionalInterface
    private interface Question<T> {
        boolean ask(MatchIndex index, Predicate<T> among, MatchIndex.Taker<T> taker);
    }

    /** What the index finds and what the running transaction has changed since, or what a scan finds. */
    private Stream<Match> offers(
            NeedFact need, Facts facts, Basis basis, Predicate<OfferFact> among, Question<OfferFact> question) {
        List<Match> found = new ArrayList<>();
        Staged staged = staged(facts);
        boolean answered = MatchIndex.admits(need)
                && answers(
                        facts,
                        basis,
                        it -> question.ask(
                                it,
                                offer -> staged.leaves(offer) && among.test(offer),
                                (offer, ppm) -> found.add(new Match(need, offer, ppm))));
        Collection<OfferFact> others = answered ? staged.offers() : facts.offers();
        return Stream.concat(
                found.stream(),
                matches(List.of(need), others.stream().filter(among).toList(), facts, basis));
    }

    private Stream<Match> needs(
            OfferFact offer, Facts facts, Basis basis, Predicate<NeedFact> among, Question<NeedFact> question) {
        List<Match> found = new ArrayList<>();
        Staged staged = staged(facts);
        boolean answered = MatchIndex.admits(offer)
                && answers(
                        facts,
                        basis,
                        it -> question.ask(
                                it,
                                need -> staged.leaves(need) && among.test(need),
                                (need, ppm) -> found.add(new Match(need, offer, ppm))));
        Collection<NeedFact> others = answered ? staged.needs() : facts.needs();
        return Stream.concat(
                found.stream(), matches(others.stream().filter(among).toList(), List.of(offer), facts, basis));
    }

    /** Asks the index, if there is one of these facts and that day; tells whether it has answered. */
    private boolean answers(Facts facts, Basis basis, Predicate<MatchIndex> question) {
        return index != null && index.ask(facts, basis.on(), question);
    }

    private Staged staged(Facts facts) {
        return Staged.in(facts, organization -> index == null ? List.of() : index.offersOf(organization));
    }

    /** The rules and the score themselves, for the few pairs that the index leaves to them. */
    public static Judge rules(Basis basis) {
        return new Judge() {
            @Override
            public int ppm(
                    NeedFact need,
                    OfferFact offer,
                    @Nullable DivisionFact division,
                    @Nullable OrganizationFact organization) {
                return MatchEngine.ppm(new Pair(need, offer, division, organization, basis));
            }

            @Override
            public boolean admits(NeedFact need, OfferFact offer, @Nullable OrganizationFact organization) {
                // No rule asks about the county's marks.
                return fits(new Pair(need, offer, null, organization, basis));
            }
        };
    }

    /** Every match among these needs and these offers, by looking at each pair, in no particular order. */
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

    private static int ppm(Pair pair) {
        return fits(pair) ? new Score(pair).ppm() : Scale.ABSENT;
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
