package org.duijie.matching.subscription;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.occasion.LoggedOccasion;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;
import org.duijie.matching.replica.TextReadElsewhere;
import org.duijie.matching.subscription.WishedOffers.Size;

/**
 * Keeps this instance's memory – facts, wishes, day and policy – equal to what was committed, by whomever, by following
 * the log of occasions. Used in the replica's turn and in a transaction; who has followed while holding a shard knows
 * everything that was ever told in it.
 */
@ApplicationScoped
class Follower {

    private static final int PAGE = 500;

    /** Well below the time for which the log is kept. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(30);

    private final OccasionLog log;
    private final Replica replica;
    private final WishRepository rows;
    private final StandingBasis basis;
    private final AttentionService attention;
    private final MatchBell bell;
    private final Event<TextReadElsewhere> read;

    private volatile Wishes wishes = new Wishes();
    private final NavigableMap<Long, Occasion> waiting = new TreeMap<>();

    /** Numbers after the position that this instance gave itself: what they stand for is in memory and evaluated. */
    private final Set<Long> own = new HashSet<>();

    private long position;
    private volatile long followedAt = System.nanoTime();

    @Inject
    Follower(
            OccasionLog log,
            Replica replica,
            WishRepository rows,
            StandingBasis basis,
            AttentionService attention,
            MatchBell bell,
            Event<TextReadElsewhere> read) {
        this.log = log;
        this.replica = replica;
        this.rows = rows;
        this.basis = basis;
        this.attention = attention;
        this.bell = bell;
        this.read = read;
    }

    /** Reads everything. The position is taken first: what is committed meanwhile is read twice rather than never. */
    void begin() {
        position = log.end();
        followedAt = System.nanoTime();
        own.clear();
        waiting.clear();
        wishes.leave(replica.working());
        Wishes all = new Wishes();
        basis.read();
        replica.read();
        rows.forEach(all::put);
        all.follow(replica.working());
        wishes = all;
    }

    /** At the start: tells how much memory wishes take. */
    void start(@Observes @Priority(15) StartupEvent start, MeterRegistry metrics) {
        gauge(metrics, "bytes", "Memory that the index over wishes takes besides facts and wishes", Size::bytes);
        gauge(metrics, "offers", "Offers in the index over wishes, which are those that are wished for", Size::offers);
        Gauge.builder("duijie.wish.bytes", this, it -> it.wishes.bytes())
                .description("Memory that standing wishes take, without their index")
                .register(metrics);
    }

    private void gauge(MeterRegistry metrics, String what, String description, ToDoubleFunction<Size> value) {
        Gauge.builder("duijie.wish.index." + what, this, it -> value.applyAsDouble(it.wishes.indexed()))
                .description(description)
                .register(metrics);
    }

    /** All wishes as committed. */
    Wishes wishes() {
        return wishes;
    }

    /** What was followed and has yet to be evaluated. */
    NavigableMap<Long, Occasion> waiting() {
        return waiting;
    }

    /** Everything up to this number is in memory, and evaluated unless it is waiting. */
    long position() {
        return position;
    }

    /** Was nothing followed for so long, as if the machine had stood still, that the log may have forgotten some of it? */
    boolean silentForLong() {
        return System.nanoTime() - followedAt > LONGEST_SILENCE.toNanos();
    }

    /**
     * Takes in what was committed since the last time.
     *
     * @throws IllegalStateException after a long silence, until everything was read anew
     */
    void follow() {
        if (silentForLong()) {
            throw new IllegalStateException("Nothing was followed for long: memory has to be read anew first");
        }
        List<LoggedOccasion> page;
        do {
            page = log.after(position, PAGE);
            List<LoggedOccasion> news = page.stream()
                    .filter(logged -> !own.contains(logged.number()))
                    .toList();
            if (!news.isEmpty()) {
                take(news);
            }
            for (LoggedOccasion logged : page) {
                own.remove(logged.number());
                position = logged.number();
            }
        } while (page.size() == PAGE);
        followedAt = System.nanoTime();
    }

    /** Notes that what goes by these numbers was evaluated with their making, unless the running transaction fails. */
    void own(Collection<Long> numbers) {
        own.addAll(numbers);
        replica.onRollback(() -> own.removeAll(numbers));
    }

    private void take(List<LoggedOccasion> news) {
        Map<ReasonCode, Set<String>> subjects = new EnumMap<>(ReasonCode.class);
        news.forEach(logged -> subjects.computeIfAbsent(logged.occasion().code(), code -> new HashSet<>())
                .add(logged.occasion().subject()));
        subjects.forEach(this::refresh);
        news.forEach(logged -> basis.follow(logged.occasion()));
        news.stream()
                .filter(logged -> !concernsAWish(logged.occasion().code()))
                .forEach(logged -> waiting.put(logged.number(), logged.occasion()));
    }

    private void refresh(ReasonCode code, Set<String> subjects) {
        switch (code) {
            case NEED_CHANGED -> replica.refresh(NeedFact.class, ids(subjects));
            case OFFER_CHANGED -> replica.refresh(OfferFact.class, ids(subjects));
            case ORGANIZATION_CHANGED -> replica.refresh(OrganizationFact.class, ids(subjects));
            case DIVISION_CHANGED ->
                replica.refresh(
                        DivisionFact.class,
                        subjects.stream().map(DivisionFact::id).toList());
            case SUBSCRIBED, SUBSCRIPTION_CHANGED -> refreshWishes(ids(subjects));
            case TEXT_READ -> ids(subjects).forEach(id -> read.fire(new TextReadElsewhere(id)));
            case ATTENTION_CHANGED -> attention.load();
            case DAY_BEGAN, POLICY_CHANGED, PAIRINGS_CHANGED, TEXT_MODEL_CHANGED, PROJECT_CHANGED -> {
                // No row that is held in memory has changed.
            }
        }
    }

    /** Told when it was made: the command evaluates its wish itself. */
    private static boolean concernsAWish(ReasonCode code) {
        return code == ReasonCode.SUBSCRIBED || code == ReasonCode.SUBSCRIPTION_CHANGED;
    }

    private void refreshWishes(List<UUID> ids) {
        Set<UUID> gone = new HashSet<>(ids);
        rows.forEach(ids, asked -> {
            wishes.put(asked);
            gone.remove(asked.id());
        });
        gone.forEach(id -> {
            wishes.remove(id);
            bell.close(id);
        });
    }

    private static List<UUID> ids(Set<String> subjects) {
        return subjects.stream().map(UUID::fromString).toList();
    }
}
