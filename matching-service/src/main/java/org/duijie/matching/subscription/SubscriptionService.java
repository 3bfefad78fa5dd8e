package org.duijie.matching.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.likeness.TextRead;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.Replica;
import org.duijie.matching.replica.Reread;
import org.jspecify.annotations.Nullable;

/** Keeps subscriptions, and has them told whenever something that matches rest on has changed. */
@ApplicationScoped
public class SubscriptionService {

    /** Each is looked at again with every change: what one organization may ask of all the others has an end. */
    private static final int MOST_OF_ONE_ORGANIZATION = 100;

    private final SubscriptionRepository subscriptions;
    private final EvaluationBasisRepository bases;
    private final Announcer announcer;
    private final MatchEventRepository events;
    private final MatchBell bell;
    private final Replica replica;
    private final CurrentBasis current;
    private final AttentionService attention;
    private final InstantSource clock;
    private final Ids ids;
    private final Idempotency idempotency;
    private final RowSecurity rows;

    /** All wishes as committed; changed in the replica's turn only. */
    private final Map<UUID, Wish> wishes = new ConcurrentHashMap<>();

    @Inject
    SubscriptionService(
            SubscriptionRepository subscriptions,
            EvaluationBasisRepository bases,
            Announcer announcer,
            MatchEventRepository events,
            MatchBell bell,
            Replica replica,
            CurrentBasis current,
            AttentionService attention,
            InstantSource clock,
            Ids ids,
            Idempotency idempotency,
            RowSecurity rows) {
        this.subscriptions = subscriptions;
        this.bases = bases;
        this.announcer = announcer;
        this.events = events;
        this.bell = bell;
        this.replica = replica;
        this.current = current;
        this.attention = attention;
        this.clock = clock;
        this.ids = ids;
        this.idempotency = idempotency;
        this.rows = rows;
    }

    /** After policy and pairings are at hand and before the channel starts to read. */
    @Transactional
    void start(@Observes @Priority(20) StartupEvent start) {
        replica.inTurn(this::catchUp);
    }

    void read(@Observes Reread reread) {
        List<Subscription> all = subscriptions.listAll();
        wishes.clear();
        all.forEach(subscription -> wishes.put(subscription.id(), subscription.wish()));
    }

    /** Subscribes, beginning with what matches now; once for a request's key, whose answer is kept with the effect. */
    <T> T subscribe(SubscriptionRequest request, Function<Subscription, T> answer) {
        return inTurn(() -> idempotency.once(() -> answer.apply(add(request))));
    }

    /** Has a subscription ask for something else, and tells it at once what that begins and ends. */
    Subscription change(UUID id, IfMatch ifMatch, UnaryOperator<SubscriptionRequest> change) {
        return inTurn(() -> {
            Basis basis = catchUp();
            Subscription subscription = subscriptions.lock(id).orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
            ifMatch.require(subscription.wishVersion());
            SubscriptionRequest before = SubscriptionRequest.of(subscription);
            SubscriptionRequest after = change.apply(before);
            if (!after.equals(before)) {
                adapt(subscription, after, basis);
            }
            return subscription;
        });
    }

    private void adapt(Subscription subscription, SubscriptionRequest asked, Basis basis) {
        Wish wish = asked.wish(subscription.id());
        subscription.change(wish, asked.name().strip());
        announcer.announceTo(
                wish,
                replica.working(),
                basis,
                occasion(
                        ReasonCode.SUBSCRIPTION_CHANGED,
                        Text.of("订阅内容有变更", "The subscription changed"),
                        "subscription.changed"));
        replica.onCommit(() -> wishes.put(wish.id(), wish));
    }

    /** A command of a caller who waits. It may bring about what others are told, which are not the caller's rows. */
    private <T> T inTurn(Callable<T> command) {
        return replica.inTurnSoon(
                () -> rows.asSystem(() -> QuarkusTransaction.requiringNew().call(command)));
    }

    private Subscription add(SubscriptionRequest request) {
        if (subscriptions.countOf(request.organization()) >= MOST_OF_ONE_ORGANIZATION) {
            throw SubscriptionProblem.TOO_MANY.problem();
        }
        Basis basis = catchUp();
        Wish wish = request.wish(ids.next());
        Subscription subscription = new Subscription(wish, request.name().strip(), clock.instant());
        subscriptions.persistAndFlush(subscription);
        announcer.announceTo(
                wish,
                replica.working(),
                basis,
                new Occasion(
                        ReasonCode.SUBSCRIBED,
                        Text.of("订阅建立时", "When the subscription began"),
                        Cause.of("subscription.began", subscription.createdAt())));
        replica.onCommit(() -> wishes.put(wish.id(), wish));
        return subscription;
    }

    /** Ends a subscription; its stream is gone with it. */
    void unsubscribe(UUID id, IfMatch ifMatch) {
        inTurn(() -> {
            Subscription subscription = subscriptions.lock(id).orElseThrow(SubscriptionProblem.NOT_FOUND::problem);
            ifMatch.require(subscription.wishVersion());
            subscriptions.delete(subscription);
            replica.onCommit(() -> {
                wishes.remove(id);
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

    /** Has the change's effect on matches told in the transaction of the change itself. */
    void onFact(@Observes FactChange change) {
        Basis basis = catchUp();
        announcer.announce(
                wishes,
                Scope.touchedBy(change.fact(), change.facts()),
                change.facts(),
                basis,
                new Occasion(Reasons.code(change.fact()), Reasons.sentence(change), change.cause()));
    }

    /** The same for what is known of texts: the pairs of what was read have another score from now on. */
    void onTextRead(@Observes TextRead read) {
        Basis basis = catchUp();
        announcer.announce(
                wishes,
                Scope.touchedBy(read.fact(), read.facts()),
                read.facts(),
                basis,
                new Occasion(ReasonCode.TEXT_READ, Reasons.sentence(read), Cause.of("text.read", read.at())));
    }

    /** Looks whether something other than a fact has changed: day, policy, pairings, text model, attention. */
    @Transactional
    public Basis catchUpNow() {
        return catchUp();
    }

    private Basis catchUp() {
        Facts facts = replica.working();
        Basis now = current.now();
        EvaluationBasis last = bases.findById(EvaluationBasis.THE_ONE);
        if (last == null) {
            bases.persist(new EvaluationBasis(now));
            return now;
        }
        Occasion occasion = occasion(last, now);
        if (occasion != null) {
            Scope scope = occasion.code() == ReasonCode.ATTENTION_CHANGED
                    ? Scope.ofCounties(attention.changedSince(last.attentionEdition(), now.attention()), facts)
                    : new Scope.Everything();
            last.moveTo(now);
            announcer.announce(wishes, scope, facts, now, occasion);
        }
        return now;
    }

    /** Attention comes last: alone of all it touches no more than the counties that lack more or less than before. */
    private @Nullable Occasion occasion(EvaluationBasis last, Basis now) {
        int policy = now.policy().version();
        if (!last.isOfPolicy(policy)) {
            return occasion(
                    ReasonCode.POLICY_CHANGED,
                    Text.of("匹配策略第 " + policy + " 版生效", "Version " + policy + " of the policy came into force"),
                    "policy.changed");
        }
        if (!last.isOfPairings(now.pairings().edition())) {
            return occasion(
                    ReasonCode.PAIRINGS_CHANGED, Text.of("结对关系有更新", "The pairings changed"), "pairings.changed");
        }
        if (!last.isOfTextModel(now.likeness().model())) {
            return occasion(
                    ReasonCode.TEXT_MODEL_CHANGED,
                    Text.of("文字阅读方式有变更", "Texts are read in another way"),
                    "text-model.changed");
        }
        if (!last.isOf(now.on())) {
            return occasion(ReasonCode.DAY_BEGAN, Text.of(now.on() + " 开始", now.on() + " began"), "day.began");
        }
        if (!last.isOfAttention(now.attention().edition())) {
            return occasion(
                    ReasonCode.ATTENTION_CHANGED,
                    Text.of("各县所获关注已重新测量", "The counties' attention was measured anew"),
                    "attention.changed");
        }
        return null;
    }

    private Occasion occasion(ReasonCode code, Text sentence, String type) {
        return new Occasion(code, sentence, Cause.of(type, clock.instant()));
    }
}
