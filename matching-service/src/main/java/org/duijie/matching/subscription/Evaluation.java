package org.duijie.matching.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * Finds what ought to match now. It is turned round (percolation): instead of asking each wish what it finds, the engine
 * is asked once for each need or offer in the scope, of a need only about what is wished for, and the few organizations that
 * come up are asked for their wishes.
 *
 * @param ours by credit code: the organizations to look after
 */
public record Evaluation(Wishes wishes, Predicate<String> ours, Facts facts, MatchEngine engine, Basis basis) {

    /** The matches that lie in the scope, for each wish that wants them, in no particular order. */
    public Map<CurrentMatchKey, Match> of(Scope scope) {
        Map<CurrentMatchKey, Match> found = new HashMap<>();
        switch (scope) {
            case Scope.OfNeeds(var ids) ->
                ids.stream().map(facts::need).filter(Objects::nonNull).forEach(need -> percolate(need, found));
            case Scope.OfOffers(var ids) ->
                percolate(ids.stream().map(facts::offer).filter(Objects::nonNull), found);
            case Scope.OfWatched _ -> {
                // Who watches is told of the thing itself.
            }
            case Scope.OfOrganizations(var codes) ->
                percolate(codes.stream().map(facts::offersOf).flatMap(Collection::stream), found);
        }
        return found;
    }

    private void percolate(NeedFact need, Map<CurrentMatchKey, Match> found) {
        if (!need.open()) {
            return;
        }
        Candidate candidate = candidate(need);
        List<OfferFact> offers = new ArrayList<>();
        IntStream.Builder organizations = IntStream.builder();
        boolean told = wishes.offersFor(need, (offer, organization) -> {
            if (ours.test(offer.creditCode())) {
                offers.add(offer);
                organizations.add(organization);
            }
        });
        if (told) {
            keep(need, candidate, offers, organizations.build().toArray(), found);
        } else {
            engine.allOffers(need, facts, basis, offer -> wanted(offer.creditCode(), candidate), 0)
                    .forEach(match -> keep(match, candidate, found));
        }
    }

    /** @param organizations by offer, its organization's number */
    private void keep(
            NeedFact need,
            Candidate candidate,
            List<OfferFact> offers,
            int[] organizations,
            Map<CurrentMatchKey, Match> found) {
        int[] scores = engine.scores(need, offers, facts, basis);
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] != Scale.ABSENT) {
                Match match = new Match(need, offers.get(i), scores[i]);
                wishes.forEachThatWants(organizations[i], candidate, scores[i], wish -> put(wish, match, found));
            }
        }
    }

    /** The need as filters look at it. */
    Candidate candidate(NeedFact need) {
        return Candidate.of(need, facts.division(need.divisionCode()), basis.on());
    }

    private boolean wanted(String creditCode, Candidate need) {
        return ours.test(creditCode) && wishes.want(creditCode, need);
    }

    private void percolate(Stream<OfferFact> offers, Map<CurrentMatchKey, Match> found) {
        offers.filter(offer -> offer.open() && wishes.of(offer.creditCode()) && ours.test(offer.creditCode()))
                .flatMap(offer ->
                        engine
                                .allNeeds(offer, facts, basis, need -> true, wishes.leastPpm(offer.creditCode()))
                                .stream())
                .forEach(match -> keep(match, candidate(match.need()), found));
    }

    private void keep(Match match, Candidate need, Map<CurrentMatchKey, Match> found) {
        wishes.forEachThatWants(match.offer().creditCode(), need, match.ppm(), wish -> put(wish, match, found));
    }

    private static void put(UUID wish, Match match, Map<CurrentMatchKey, Match> found) {
        found.put(new CurrentMatchKey(wish, match.need().id(), match.offer().id()), match);
    }
}
