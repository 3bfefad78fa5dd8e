package org.duijie.matching.subscription;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.duijie.matching.likeness.TextRead;
import org.duijie.matching.occasion.LoggedOccasion;
import org.duijie.matching.occasion.Membership;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.occasion.Shards;
import org.duijie.matching.occasion.Shards.Progress;
import org.duijie.matching.pairing.PairingsChanged;
import org.duijie.matching.replica.FactBatch;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.Replica;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates what happened, for the shards that fall to this instance. A fact that this instance takes in is evaluated in
 * the transaction that writes it. Everything else – what other instances took in, a new day, another policy – waits in
 * the log and is worked off piece by piece, each in a transaction of its own that notes how far it came.
 */
@ApplicationScoped
class Evaluator {

    private static final Logger LOG = Logger.getLogger(Evaluator.class);

    /** So many small occasions are evaluated together. */
    private static final int TOGETHER = 50;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(900);

    private final OccasionLog log;
    private final Shards shards;
    private final Follower follower;
    private final Announcer announcer;
    private final StandingBasis basis;
    private final Membership membership;
    private final Replica replica;
    private final InstantSource clock;

    /** The shards that are told here, all of them as far as each other. Changed in turn. */
    private final SortedSet<Integer> mine = new TreeSet<>();

    private Progress noted = new Progress(0, null);
    private @Nullable Plan plan;
    private long lookedAt = System.nanoTime() - BETWEEN_LOOKS.toNanos();

    @Inject
    Evaluator(
            OccasionLog log,
            Shards shards,
            Follower follower,
            Announcer announcer,
            StandingBasis basis,
            Membership membership,
            Replica replica,
            InstantSource clock) {
        this.log = log;
        this.shards = shards;
        this.follower = follower;
        this.announcer = announcer;
        this.basis = basis;
        this.membership = membership;
        this.replica = replica;
        this.clock = clock;
    }

    /** The pieces of the occasion that is being worked off. */
    private record Plan(long number, Set<Integer> shards, List<Piece> pieces) {

        boolean isFor(long otherNumber, Set<Integer> otherShards) {
            return number == otherNumber && shards.equals(otherShards);
        }

        List<Piece> after(@Nullable String done) {
            return pieces.stream()
                    .filter(piece -> done == null || piece.key().compareTo(done) > 0)
                    .toList();
        }
    }

    /** After policy and pairings are at hand and before the channel starts to read. */
    void start(@Observes @Priority(20) StartupEvent start) {
        begin();
        takeOver(membership.shards(), log.end());
    }

    private void begin() {
        replica.inTurn(() -> {
            mine.clear();
            QuarkusTransaction.requiringNew().run(follower::begin);
        });
    }

    /** Takes over what falls to this instance, and works off what waits. */
    void work() {
        if (follower.silentForLong()) {
            begin();
        }
        if (System.nanoTime() - lookedAt > BETWEEN_LOOKS.toNanos()) {
            takeOver(membership.shards(), 0);
            lookedAt = System.nanoTime();
        }
        workOff();
    }

    /** Has the facts' effect on matches told in the transaction of the facts themselves. */
    void onFacts(@Observes FactBatch batch) {
        moveOn();
        shards.hold(mine);
        follower.follow();
        Telling telling = announcer.begin(follower.wishes(), this::isMine);
        telling.prepare(batch.facts());
        List<Occasion> occasions = new ArrayList<>();
        batch.takeIn(change -> {
            Occasion occasion = Reasons.of(change);
            occasions.add(occasion);
            telling.tell(Scope.touchedBy(change.fact(), replica.working()), occasion);
            if (change.fact() instanceof OrganizationFact organization) {
                telling.tell(new Scope.OfWatched(Set.of(organization.creditCode())), occasion);
            }
        });
        announcer.write(telling);
        if (!occasions.isEmpty()) {
            follower.own(log.append(occasions));
        }
    }

    /** The same for what is known of a text: the pairs of whoever says it have another score from now on. */
    void onTextRead(@Observes TextRead read) {
        shards.hold(mine);
        follower.follow();
        Occasion occasion = Reasons.of(read);
        Telling telling = announcer.begin(follower.wishes(), this::isMine);
        telling.tell(Scope.touchedBy(read.fact(), replica.working()), occasion);
        announcer.write(telling);
        follower.own(log.append(List.of(occasion)));
    }

    void onPairings(@Observes PairingsChanged change) {
        List<Occasion> occasions = Reasons.of(change, clock.instant());
        if (!occasions.isEmpty()) {
            log.append(occasions);
        }
    }

    private boolean isMine(String creditCode) {
        return mine.contains(Shards.of(creditCode));
    }

    /** Notices that a day or a policy began: deadlines pass, ratings lapse and pairings end without any event. */
    void moveOn() {
        if (basis.overtaken()) {
            int attention = basis.attentionInUse();
            QuarkusTransaction.requiringNew().run(() -> {
                List<Occasion> occasions = basis.moveOn();
                if (!occasions.isEmpty()) {
                    log.append(occasions);
                }
            });
            basis.attentionDealtWith(attention);
        }
    }

    /** Works off everything that waits. */
    void workOff() {
        while (workOn()) {
            LOG.trace("There is more");
        }
    }

    /**
     * Works off the next piece of what waits.
     *
     * @return whether there may be more
     */
    boolean workOn() {
        return replica.inTurnReturning(() -> {
            Progress reached = QuarkusTransaction.requiringNew().call(() -> {
                shards.hold(mine);
                follower.follow();
                List<LoggedOccasion> next = follower.waiting().entrySet().stream()
                        .limit(TOGETHER)
                        .map(entry -> new LoggedOccasion(entry.getKey(), entry.getValue()))
                        .toList();
                if (next.isEmpty()) {
                    return noteIdle();
                }
                Progress from = noted.evaluatedTo() == next.getFirst().number() - 1
                        ? noted
                        : new Progress(next.getFirst().number() - 1, null);
                return evaluate(mine, from, next);
            });
            noted = reached;
            follower.waiting().headMap(reached.evaluatedTo(), true).clear();
            return !follower.waiting().isEmpty();
        });
    }

    /** Nothing waits: everything that was followed is evaluated. */
    private Progress noteIdle() {
        Progress all = new Progress(follower.position(), null);
        if (all.evaluatedTo() > noted.evaluatedTo() && !mine.isEmpty()) {
            shards.reached(mine, all);
        }
        return all;
    }

    /**
     * Tells for these shards from now on, and for no others.
     *
     * @param least shards that are not as far as this are left for later: to catch up may take long
     */
    private void takeOver(SortedSet<Integer> wanted, long least) {
        giveUp(wanted);
        Map<Progress, SortedSet<Integer>> equallyFar = new HashMap<>();
        SortedSet<Integer> gained = new TreeSet<>(wanted);
        gained.removeAll(mine);
        if (!gained.isEmpty()) {
            shards.progress(gained).forEach((shard, progress) -> {
                if (progress.evaluatedTo() >= least) {
                    equallyFar
                            .computeIfAbsent(progress, same -> new TreeSet<>())
                            .add(shard);
                }
            });
            equallyFar.forEach(this::catchUp);
        }
    }

    private void giveUp(SortedSet<Integer> wanted) {
        if (!wanted.containsAll(mine)) {
            replica.inTurn(() -> {
                LOG.infof("Gives up shards: keeps %s of %s", wanted, mine);
                mine.retainAll(wanted);
            });
        }
    }

    /** Evaluates for these shards what was not yet evaluated for them, until they are as far as the others. */
    private void catchUp(Progress from, SortedSet<Integer> group) {
        Progress[] at = {from};
        boolean behind = true;
        while (behind) {
            behind = replica.inTurnReturning(() -> {
                Progress reached = QuarkusTransaction.requiringNew().call(() -> {
                    shards.hold(group);
                    follower.follow();
                    List<LoggedOccasion> next = log.after(at[0].evaluatedTo(), TOGETHER);
                    return next.isEmpty() ? at[0] : evaluate(group, at[0], next);
                });
                boolean done = reached.equals(at[0]);
                at[0] = reached;
                if (done) {
                    mine.addAll(group);
                    LOG.infof("Has taken over the shards %s at occasion %d", group, reached.evaluatedTo());
                }
                return !done;
            });
        }
    }

    /** Evaluates the next occasions for some shards: as many small ones together, or one piece of a large one. */
    private Progress evaluate(Set<Integer> which, Progress from, List<LoggedOccasion> next) {
        Telling telling = announcer.begin(follower.wishes(), creditCode -> which.contains(Shards.of(creditCode)));
        Progress reached = from;
        for (LoggedOccasion logged : next) {
            List<Piece> pieces = plan(logged, which).after(reached.piece());
            if (pieces.size() > 1) {
                if (reached.equals(from)) {
                    telling.tell(pieces.getFirst().scope(), logged.occasion());
                    reached =
                            new Progress(logged.number() - 1, pieces.getFirst().key());
                    LOG.infof(
                            "%s: told up to %s, %d pieces to go",
                            logged.occasion().sentence().en(), pieces.getFirst().key(), pieces.size() - 1);
                }
                break;
            }
            pieces.forEach(piece -> telling.tell(piece.scope(), logged.occasion()));
            reached = new Progress(logged.number(), null);
        }
        announcer.write(telling);
        if (!which.isEmpty()) {
            shards.reached(which, reached);
        }
        return reached;
    }

    private Plan plan(LoggedOccasion logged, Set<Integer> which) {
        Plan known = plan;
        if (known != null && known.isFor(logged.number(), which)) {
            return known;
        }
        Plan made = new Plan(
                logged.number(),
                Set.copyOf(which),
                new Pieces(replica.working(), basis.now(), follower.wishes()).of(logged.occasion()));
        plan = made;
        return made;
    }
}
