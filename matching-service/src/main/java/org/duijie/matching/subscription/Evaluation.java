package org.duijie.matching.subscription;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
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

    /** The matches that lie in the scope, for each wish that wants them. */
    public SortedMap<CurrentMatchKey, Match> of(Scope scope) {
        SortedMap<CurrentMatchKey, Match> found = new TreeMap<>();
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

    private void percolate(NeedFact need, SortedMap<CurrentMatchKey, Match> found) {
        if (need.open()) {
            Candidate candidate = candidate(need);
            matches(need, candidate).forEach(match -> keep(match, candidate, found));
        }
    }

    private List<Match> matches(NeedFact need, Candidate candidate) {
        List<OfferFact> wished = new ArrayList<>();
        boolean told = wishes.offersFor(need, offer -> {
            if (ours.test(offer.creditCode())) {
                wished.add(offer);
            }
        });
        return told
                ? engine.someOffers(need, wished, facts, basis)
                : engine.allOffers(need, facts, basis, offer -> wanted(offer.creditCode(), candidate), 0);
    }

    /** The need as filters look at it. */
    Candidate candidate(NeedFact need) {
        return Candidate.of(need, facts.division(need.divisionCode()), basis.on());
    }

    private boolean wanted(String creditCode, Candidate need) {
        return ours.test(creditCode) && wishes.want(creditCode, need);
    }

    private void percolate(Stream<OfferFact> offers, SortedMap<CurrentMatchKey, Match> found) {
        offers.filter(offer -> offer.open() && wishes.of(offer.creditCode()) && ours.test(offer.creditCode()))
                .flatMap(offer ->
                        engine
                                .allNeeds(offer, facts, basis, need -> true, wishes.leastPpm(offer.creditCode()))
                                .stream())
                .forEach(match -> keep(match, candidate(match.need()), found));
    }

    private void keep(Match match, Candidate need, SortedMap<CurrentMatchKey, Match> found) {
        wishes.forEachThatWants(
                match.offer().creditCode(),
                need,
                match.ppm(),
                wish -> found.put(
                        new CurrentMatchKey(
                                wish, match.need().id(), match.offer().id()),
                        match));
    }
}
