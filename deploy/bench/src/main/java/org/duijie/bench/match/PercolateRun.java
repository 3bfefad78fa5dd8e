package org.duijie.bench.match;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.duijie.bench.Latencies;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.subscription.CurrentMatchKey;
import org.duijie.matching.subscription.Evaluation;
import org.duijie.matching.subscription.Scope;
import org.duijie.matching.subscription.Wish;
import org.duijie.matching.subscription.Wishes;

/** The needs of {@link PercolateBenchmark} on one kind of data and one number of wishes, as many as there are offers. */
final class PercolateRun {

    /**
     * How much is made and asked.
     *
     * @param timed needs by which we are timed
     * @param peerNeeds needs by which everybody else is timed
     * @param checked needs whose hits are compared after changes
     * @param changes of wishes, and as many of offers, between two of them
     */
    record Plan(int wishes, boolean monitor, int timed, int peerNeeds, int checked, int changes) {}

    /** Who is asked. */
    enum Peer {
        OURS("ours"),
        MONITOR("Lucene Monitor"),
        LOOP("loop over all wishes");

        private final String label;

        Peer(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    private static final int MOST_OF_ONE = 100;
    private static final int POPULAR_IN = 20;
    private static final int SAMPLES = 2_000;

    private final Plan plan;
    private final boolean skewed;
    private final PrintWriter progress;
    private final Nation nation;
    private final List<Wish> wishes = new ArrayList<>();
    private final Map<String, Integer> ofOne = new HashMap<>();
    private final MatchEngine engine;
    private final Wishes standing = new Wishes();
    private final Map<Peer, Latencies> latencies = new EnumMap<>(Peer.class);
    private final long bytes;
    private int needs;
    private long hits;
    private int mismatches;

    PercolateRun(Plan plan, boolean skewed, PrintWriter progress) {
        this.plan = plan;
        this.skewed = skewed;
        this.progress = progress;
        tell("%d wishes and as many offers are made".formatted(plan.wishes));
        nation = new Nation(skewed ? 2 : 1, skewed, plan.wishes, 0);
        engine = MatchEngine.of(nation.facts, () -> Country.TODAY);
        for (int i = 0; i < plan.wishes; i++) {
            wishes.add(wish());
        }
        for (Peer peer : Peer.values()) {
            latencies.put(peer, new Latencies());
        }
        long before = Heap.used();
        wishes.forEach(standing::put);
        standing.follow(nation.facts);
        bytes = Heap.used() - before;
    }

    /** In skewed data a few organizations have most of the wishes, as far as one may. */
    private Wish wish() {
        String organization;
        do {
            organization = nation.organizationOf(skewed ? POPULAR_IN : 1).creditCode();
        } while (ofOne.merge(organization, 1, Integer::sum) > MOST_OF_ONE);
        return nation.country.wish(nation.country.id(), organization);
    }

    Latencies latencies(Peer peer) {
        return Objects.requireNonNull(latencies.get(peer));
    }

    String kind() {
        return skewed ? "skewed" : "even";
    }

    int needs() {
        return needs;
    }

    long hits() {
        return hits;
    }

    int mismatches() {
        return mismatches;
    }

    long bytesPerWish() {
        return bytes / plan.wishes;
    }

    void measure() {
        for (int i = 0; i < plan.timed; i++) {
            percolate(need());
        }
        for (int i = 0; i < plan.timed; i++) {
            NeedFact need = need();
            hits += time(Peer.OURS, true, () -> percolate(need)).size();
            needs++;
        }
        tell("%d needs percolated, %d hits".formatted(needs, hits));
        WishLoop loop = new WishLoop(nation, wishes);
        askPeers(loop);
        check(loop);
    }

    /** In turns. */
    private void askPeers(WishLoop loop) {
        try (MonitoredWishes monitored = plan.monitor ? monitored() : null) {
            int warmUp = plan.peerNeeds / 5;
            for (int i = 0; i < warmUp + plan.peerNeeds; i++) {
                boolean counts = i >= warmUp;
                NeedFact need = need();
                SortedMap<CurrentMatchKey, Integer> own = scores(percolate(need));
                compare(own, time(Peer.LOOP, counts, () -> loop.all(need)));
                if (monitored != null) {
                    compare(own, time(Peer.MONITOR, counts, () -> loop.some(need, monitored.matching(need))));
                }
            }
        }
        tell("peers asked, %d differ".formatted(mismatches));
    }

    private MonitoredWishes monitored() {
        tell("Lucene Monitor takes the wishes in");
        return new MonitoredWishes(
                wishes, nation, Stream.generate(nation::question).limit(SAMPLES).toList());
    }

    /** Changes and asks in turns. */
    private void check(WishLoop loop) {
        for (int i = 0; i < plan.checked; i++) {
            for (int j = 0; j < plan.changes; j++) {
                loop.put(nation.changedOffer());
                int which = nation.country.next(wishes.size());
                Wish before = wishes.get(which);
                wishes.set(which, nation.country.wish(before.id(), before.organization()));
                standing.put(wishes.get(which));
            }
            NeedFact need = need();
            compare(scores(percolate(need)), loop.all(need));
        }
        tell("%d needs after %d changes, %d differ in all"
                .formatted(plan.checked, 2 * plan.changes * plan.checked, mismatches));
    }

    private void compare(SortedMap<CurrentMatchKey, Integer> one, SortedMap<CurrentMatchKey, Integer> other) {
        mismatches += one.equals(other) ? 0 : 1;
    }

    /** A need that is new on record or was changed just now. */
    private NeedFact need() {
        NeedFact need = nation.question();
        nation.facts.put(need);
        return need;
    }

    /** What the evaluation of a need comes to in the service. */
    private Map<CurrentMatchKey, Match> percolate(NeedFact need) {
        return new Evaluation(standing, any -> true, nation.facts, engine, Nation.BASIS)
                .of(new Scope.OfNeeds(Set.of(need.id())));
    }

    private static SortedMap<CurrentMatchKey, Integer> scores(Map<CurrentMatchKey, Match> found) {
        SortedMap<CurrentMatchKey, Integer> scores = new TreeMap<>();
        found.forEach((key, match) -> scores.put(key, match.ppm()));
        return scores;
    }

    private <T> T time(Peer peer, boolean counts, Supplier<T> question) {
        long began = System.nanoTime();
        T answer = question.get();
        if (counts) {
            latencies(peer).add(System.nanoTime() - began);
        }
        return answer;
    }

    private void tell(String what) {
        progress.printf("%s, %d wishes: %s%n", kind(), plan.wishes, what);
        progress.flush();
    }
}
