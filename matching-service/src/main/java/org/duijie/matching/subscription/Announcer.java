package org.duijie.matching.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Judgement;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * Compares what matches now with what was last told, tells the difference, and remembers it. Runs inside the
 * transaction of whatever brought the difference about and in the replica's turn.
 */
@ApplicationScoped
class Announcer {

    private final MatchEngine engine;
    private final SubscriptionRepository subscriptions;
    private final CurrentMatchRepository current;
    private final MatchEventRepository events;
    private final InstantSource clock;
    private final Event<Announced> announced;

    @Inject
    Announcer(
            MatchEngine engine,
            SubscriptionRepository subscriptions,
            CurrentMatchRepository current,
            MatchEventRepository events,
            InstantSource clock,
            Event<Announced> announced) {
        this.engine = engine;
        this.subscriptions = subscriptions;
        this.current = current;
        this.events = events;
        this.clock = clock;
        this.announced = announced;
    }

    /** Looks again at the pairs in the scope, for all wishes by their ids. */
    void announce(Map<UUID, Wish> wishes, Scope scope, Facts facts, Basis basis, Occasion occasion) {
        if (!wishes.isEmpty()) {
            var now = Evaluation.of(wishes.values(), scope, facts, engine, basis);
            tell(told(scope, wishes.keySet()), now, facts, basis, occasion);
        }
    }

    /** Tells a subscription that is new or wants something else what follows for it. */
    void announceTo(Wish wish, Facts facts, Basis basis, Occasion occasion) {
        var now = Evaluation.of(List.of(wish), new Scope.Everything(), facts, engine, basis);
        tell(byKey(current.ofSubscription(wish.id()).stream()), now, facts, basis, occasion);
    }

    /** What was told to somebody whose wish is unknown is left alone: nobody can say that it ended. */
    private Map<CurrentMatchKey, CurrentMatch> told(Scope scope, Set<UUID> wishing) {
        List<CurrentMatch> rows =
                switch (scope) {
                    case Scope.OfNeeds(var ids) -> current.ofNeeds(ids);
                    case Scope.OfOffers(var ids) -> current.ofOffers(ids);
                    case Scope.Everything() -> current.listAll();
                };
        return byKey(rows.stream().filter(row -> wishing.contains(row.key().subscriptionId())));
    }

    private static Map<CurrentMatchKey, CurrentMatch> byKey(Stream<CurrentMatch> rows) {
        return rows.collect(Collectors.toMap(CurrentMatch::key, row -> row));
    }

    private void tell(
            Map<CurrentMatchKey, CurrentMatch> told,
            SortedMap<CurrentMatchKey, Match> now,
            Facts facts,
            Basis basis,
            Occasion occasion) {
        SortedSet<CurrentMatchKey> keys = new TreeSet<>(told.keySet());
        keys.addAll(now.keySet());
        Map<UUID, Optional<Subscription>> tellers = new TreeMap<>();
        for (CurrentMatchKey key : keys) {
            NeedFact need = facts.need(key.needId());
            OfferFact offer = facts.offer(key.offerId());
            Outcome outcome = outcome(told.get(key), now.get(key));
            // A replica that is being read in anew has not heard of everything that was told; silence ends nothing.
            if (outcome != null && need != null && offer != null) {
                tellers.computeIfAbsent(key.subscriptionId(), subscriptions::lock)
                        .ifPresent(subscription -> {
                            remember(key, outcome, told.get(key));
                            Judgement judgement = engine.judge(need, offer, facts, basis);
                            events.persist(event(subscription, outcome, judgement, occasion));
                        });
            }
        }
        tellers.values().stream()
                .flatMap(Optional::stream)
                .forEach(subscription -> announced.fire(new Announced(subscription.id(), subscription.lastNumber())));
    }

    /** What became of a pair, and its scores before and after. */
    private record Outcome(MatchEventType type, int before, int after) {}

    private static @Nullable Outcome outcome(@Nullable CurrentMatch told, @Nullable Match now) {
        if (told == null) {
            return now == null ? null : new Outcome(MatchEventType.MATCH_BEGAN, 0, now.ppm());
        }
        if (now == null) {
            return new Outcome(MatchEventType.MATCH_ENDED, told.scorePpm(), told.scorePpm());
        }
        return told.scorePpm() == now.ppm()
                ? null
                : new Outcome(MatchEventType.MATCH_CHANGED, told.scorePpm(), now.ppm());
    }

    private void remember(CurrentMatchKey key, Outcome outcome, @Nullable CurrentMatch told) {
        if (told == null) {
            current.persist(new CurrentMatch(key, outcome.after()));
        } else if (outcome.type() == MatchEventType.MATCH_ENDED) {
            current.delete(told);
        } else {
            told.rescore(outcome.after());
        }
    }

    private MatchEvent event(Subscription subscription, Outcome outcome, Judgement judgement, Occasion occasion) {
        Text consequence = consequence(subscription.wish(), outcome, judgement);
        return subscription.announce(
                outcome.type(),
                clock.instant(),
                MatchedNeed.of(judgement.need(), judgement.division()),
                MatchedOffer.of(judgement.offer()),
                outcome.after(),
                occasion.code(),
                Text.of(
                        occasion.sentence().zh() + consequence.zh(),
                        occasion.sentence().en() + consequence.en()),
                occasion.cause());
    }

    private static Text consequence(Wish wish, Outcome outcome, Judgement judgement) {
        String before = Ppm.text(outcome.before());
        String after = Ppm.text(outcome.after());
        return switch (outcome.type()) {
            case MATCH_BEGAN -> Text.of("，开始匹配，得分 " + after + "。", ": it matches now, with a score of " + after + ".");
            case MATCH_CHANGED ->
                Text.of(
                        "，得分由 " + before + " 变为 " + after + "。",
                        ": the score went from " + before + " to " + after + ".");
            case MATCH_ENDED -> whyEnded(wish, judgement);
        };
    }

    private static Text whyEnded(Wish wish, Judgement judgement) {
        if (!judgement.matches()) {
            Text breach = judgement.breaches().getFirst().sentence();
            return Text.of("，不再匹配：" + breach.zh(), ": it matches no longer. " + breach.en());
        }
        return wish.wants(judgement.need())
                ? Text.of(
                        "，得分降至 " + Ppm.text(judgement.ppm()) + "，低于订阅的下限。",
                        ": the score fell to " + Ppm.text(judgement.ppm()) + ", below what the subscription asks for.")
                : Text.of("，已不在订阅范围内。", ": it is no longer within the subscription.");
    }
}
