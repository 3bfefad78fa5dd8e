package org.duijie.matching.subscription;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.backtest.BackTestService;
import org.duijie.matching.backtest.Trial;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scans;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.jspecify.annotations.Nullable;

/** Counts what a wish matches now and has matched; where it can match nothing, whatever is published, says why. */
@Singleton
class Previews {

    private final MatchEngine engine;
    private final Facts facts;
    private final CurrentBasis current;
    private final BackTestService backTests;
    private final Scans scans;

    @Inject
    Previews(MatchEngine engine, Replica replica, CurrentBasis current, BackTestService backTests, Scans scans) {
        this.engine = engine;
        this.facts = replica.facts();
        this.current = current;
        this.backTests = backTests;
        this.scans = scans;
    }

    /** @param caller who asks; one caller has one such question at a time */
    SubscriptionPreviewResponse of(Wish wish, String caller) {
        Basis basis = current.now();
        Filter filter = wish.filter();
        List<OfferFact> offers = facts.offersOf(wish.organization()).stream()
                .filter(OfferFact::open)
                .toList();
        List<Text> never = new Obstacles(filter, basis.on()).of(offers);
        List<Match> matches = never.isEmpty() ? matches(filter, offers, basis, caller) : List.of();
        return new SubscriptionPreviewResponse(
                (int) matches.stream()
                        .map(match -> match.need().id())
                        .distinct()
                        .count(),
                matches.size(),
                never.isEmpty() ? perWeek(filter, offers, caller) : null,
                never);
    }

    private List<Match> matches(Filter filter, List<OfferFact> offers, Basis basis, String caller) {
        return scans.look(caller, () -> offers.stream()
                .flatMap(offer -> engine
                        .allNeeds(
                                offer,
                                facts,
                                basis,
                                need -> filter.admits(
                                        Candidate.of(need, facts.division(need.divisionCode()), basis.on())),
                                filter.leastPpm())
                        .stream())
                .toList());
    }

    private @Nullable BigDecimal perWeek(Filter filter, List<OfferFact> offers, String caller) {
        Trial trial = new Trial(facts.organization(offers.getFirst().organizationId()), offers, filter);
        return backTests.perWeek(trial, caller).orElse(null);
    }
}
