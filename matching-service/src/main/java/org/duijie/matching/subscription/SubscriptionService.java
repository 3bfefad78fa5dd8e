package org.duijie.matching.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.occasion.Shards;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.Replica;

/**
 * Keeps subscriptions. Whoever makes or changes one is told at once what follows, whichever instance is asked: it holds
 * the shard of the organization and knows all that was committed before it tells anything.
 */
@ApplicationScoped
public class SubscriptionService {

    /** Each is looked at again with every change: what one organization may ask of all the others has an end. */
    private static final int MOST_OF_ONE_ORGANIZATION = 100;

    private final SubscriptionRepository subscriptions;
    private final SubscriptionAudit audit;
    private final Announcer announcer;
    private final Evaluator evaluator;
    private final Follower follower;
    private final Shards shards;
    private final OccasionLog log;
    private final MatchEventRepository events;
    private final MatchBell bell;
    private final Replica replica;
    private final InstantSource clock;
    private final Ids ids;
    private final Idempotency idempotency;
    private final RowSecurity rows;

    @Inject
    SubscriptionService(
            SubscriptionRepository subscriptions,
            SubscriptionAudit audit,
            Announcer announcer,
            Evaluator evaluator,
            Follower follower,
            Shards shards,
            OccasionLog log,
            MatchEventRepository events,
            MatchBell bell,
            Replica replica,
            InstantSource clock,
            Ids ids,
            Idempotency idempotency,
            RowSecurity rows) {
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.announcer = announcer;
        this.evaluator = evaluator;
        this.follower = follower;
        this.shards = shards;
        this.log = log;
        this.events = events;
        this.bell = bell;
        this.replica = replica;
        this.clock = clock;
        this.ids = ids;
        this.idempotency = idempotency;
        this.rows = rows;
    }

    /** Subscribes, beginning with what matches now; once for a request's key, whose answer is kept with the effect. */
    <T> T subscribe(SubscriptionRequest request, Function<Subscription, T> answer) {
        return inTurn(() -> idempotency.once(() -> answer.apply(add(request))));
    }

    private Subscription add(SubscriptionRequest request) {
        hold(request.organization());
        if (subscriptions.countOf(request.organization()) >= MOST_OF_ONE_ORGANIZATION) {
            throw SubscriptionProblem.TOO_MANY.problem();
        }
        Asked asked = request.asked(ids.next());
        Subscription subscription =
                new Subscription(asked, request.about(), request.name().strip(), clock.instant());
        subscriptions.persistAndFlush(subscription);
        audit.record("subscription.began", asked.id(), asked.organization());
        Occasion occasion = new Occasion(
                ReasonCode.SUBSCRIBED,
                asked.id().toString(),
                Text.of("订阅建立时", "When the subscription began"),
                List.of(),
                Cause.of("subscription.began", subscription.createdAt()));
        tell(subscription, asked, occasion);
        return subscription;
    }

    /** Has a subscription ask for something else, and tells it at once what that begins and ends. */
    Subscription change(UUID id, IfMatch ifMatch, UnaryOperator<SubscriptionRequest> change) {
        return inTurn(() -> {
            Subscription subscription = held(id, ifMatch);
            SubscriptionRequest before = SubscriptionRequest.of(subscription);
            SubscriptionRequest after = change.apply(before);
            if (!after.equals(before)) {
                Asked asked = after.asked(id);
                subscription.change(asked, after.name().strip());
                subscriptions.flush();
                audit.record("subscription.changed", id, subscription.organization());
                tell(subscription, asked, changed(id));
            }
            return subscription;
        });
    }

    /** Ends a subscription; its stream is gone with it. */
    void unsubscribe(UUID id, IfMatch ifMatch) {
        inTurn(() -> {
            Subscription subscription = held(id, ifMatch);
            subscriptions.delete(subscription);
            subscriptions.flush();
            audit.record("subscription.ended", id, subscription.organization());
            follower.own(log.append(List.of(changed(id))));
            replica.onCommit(() -> {
                follower.wishes().remove(id);
                bell.close(id);
            });
            return id;
        });
    }

    /** The next entries of a stream; none once the subscription is gone. */
    @Transactional
    List<MatchEvent> eventsAfter(UUID id, long number, int limit) {
        return events.after(id, number, limit);
    }

    /** A command of a caller who waits. It may bring about what others are told, which are not the caller's rows. */
    private <T> T inTurn(Callable<T> command) {
        return replica.inTurnSoon(() -> rows.asSystem(() -> {
            evaluator.moveOn();
            return QuarkusTransaction.requiringNew().call(command);
        }));
    }

    /** Lets nobody else tell the organization anything, and knows whatever it was told. */
    private void hold(String organization) {
        shards.hold(Set.of(Shards.of(organization)));
        follower.follow();
    }

    private Subscription held(UUID id, IfMatch ifMatch) {
        String organization = subscriptions
                .findByIdOptional(id)
                .map(Subscription::organization)
                .orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
        hold(organization);
        Subscription subscription = subscriptions.lock(id).orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
        ifMatch.require(subscription.wishVersion());
        return subscription;
    }

    /** A wish is told at once what it begins and ends with; a watch, what changes from now on. */
    private void tell(Subscription subscription, Asked asked, Occasion occasion) {
        if (asked instanceof Wish wish) {
            Telling telling = announcer.begin(Wishes.of(wish), organization -> true);
            telling.tell(new Scope.OfOrganizations(Set.of(wish.organization())), occasion);
            announcer.write(telling);
            subscriptions.refresh(subscription);
        }
        follower.own(log.append(List.of(occasion)));
        replica.onCommit(() -> follower.wishes().put(asked));
    }

    private Occasion changed(UUID id) {
        return new Occasion(
                ReasonCode.SUBSCRIPTION_CHANGED,
                id.toString(),
                Text.of("订阅内容有变更", "The subscription changed"),
                List.of(),
                Cause.of("subscription.changed", clock.instant()));
    }
}
