package org.duijie.matching.subscription;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;

/** Finds what ought to match now. */
final class Evaluation {

    private Evaluation() {}

    /** For each wish, those of its matches that lie in the scope. */
    static SortedMap<CurrentMatchKey, Match> of(
            Collection<Wish> wishes, Scope scope, Facts facts, MatchEngine engine, Basis basis) {
        SortedMap<CurrentMatchKey, Match> found = new TreeMap<>();
        var needs = scope.needs(facts);
        for (Wish wish : wishes) {
            var offers = scope.offers(facts, wish.organization());
            // Most changes are another organization's: its wishes are passed over before any need is looked at.
            var wanted = offers.isEmpty()
                    ? List.<NeedFact>of()
                    : needs.stream().filter(wish::wants).toList();
            engine.matches(wanted, offers, facts, basis)
                    .filter(wish::wants)
                    .forEach(match -> found.put(
                            new CurrentMatchKey(
                                    wish.id(), match.need().id(), match.offer().id()),
                            match));
        }
        return found;
    }
}
