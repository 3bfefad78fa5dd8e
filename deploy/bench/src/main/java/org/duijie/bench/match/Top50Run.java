package org.duijie.bench.match;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.bench.Latencies;
import org.duijie.bench.match.Hits.Hit;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.index.MatchIndex;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/** The questions of {@link Top50Benchmark} on one kind of data. */
final class Top50Run {

    /**
     * How much is made and asked.
     *
     * @param queries whose answers are compared with the scan's
     * @param updates between them
     * @param timed how many the index is timed by
     * @param peerQueries how many everybody else is timed by
     */
    record Plan(int offers, int queries, int updates, int timed, int peerQueries) {}

    /** Who is asked, and the name of what is told of it. */
    enum Peer {
        INDEX("the index", ""),
        SCAN("scan of columns", "ratioScan"),
        BITMAPS("bitmaps", "ratioBitmaps"),
        LUCENE("Lucene", "ratioLucene"),
        INDEX_ONE_ITEM("the index, needs of one item", ""),
        POSTGRES("PostgreSQL, needs of one item", "ratioPostgres"),
        INDEX_WITH_TEXTS("the index, with texts", ""),
        SCAN_WITH_TEXTS("scan of columns, with texts", "ratioScanWithTexts");

        private final String label;
        private final String figure;

        Peer(String label, String figure) {
            this.label = label;
            this.figure = figure;
        }

        String label() {
            return label;
        }

        String figure() {
            return figure;
        }

        /** Who answered the same questions out of the index; itself, where that is who is asked. */
        Peer index() {
            return switch (this) {
                case INDEX, SCAN, BITMAPS, LUCENE -> INDEX;
                case INDEX_ONE_ITEM, POSTGRES -> INDEX_ONE_ITEM;
                case INDEX_WITH_TEXTS, SCAN_WITH_TEXTS -> INDEX_WITH_TEXTS;
            };
        }
    }

    private static final int LIMIT = 50;
    private static final int ROUNDS = 50;

    private final Plan plan;
    private final boolean skewed;
    private final PrintWriter progress;
    private final Nation nation;
    private final MatchIndex index = new MatchIndex(Country.TODAY);
    private final ColumnScan scan;
    private final Map<Peer, Latencies> latencies = new EnumMap<>(Peer.class);
    private long bytes;
    private int mismatches;

    Top50Run(Plan plan, boolean skewed, PrintWriter progress) {
        this.plan = plan;
        this.skewed = skewed;
        this.progress = progress;
        progress.printf("%s: %d offers are made%n", kind(), plan.offers);
        nation = new Nation(skewed ? 2 : 1, skewed, plan.offers, 0);
        scan = new ColumnScan(plan.offers);
        for (Peer peer : Peer.values()) {
            latencies.put(peer, new Latencies());
        }
    }

    String kind() {
        return skewed ? "skewed" : "even";
    }

    long bytes() {
        return bytes;
    }

    int mismatches() {
        return mismatches;
    }

    @SuppressWarnings("NullAway") // there is one for each
    Latencies latencies(Peer peer) {
        return latencies.get(peer);
    }

    void measure() {
        long before = Heap.used();
        index.fill(nation.facts);
        bytes = Heap.used() - before;
        fillScan();
        for (int i = 0; i < plan.timed; i++) {
            top(nation.question(), Nation.BASIS);
        }
        askPeers();
        askWithTexts();
        check();
    }

    /** Compares with the scan alone, measuring nothing. */
    void compare() {
        index.fill(nation.facts);
        fillScan();
        check();
    }

    private void fillScan() {
        nation.offers.forEach(offer -> scan.put(offer, nation.organization(offer)));
    }

    /** Asks the index and its peers in turns: a few questions for it, one for each of them. */
    private void askPeers() {
        progress.println("Lucene and PostgreSQL take the offers in");
        BitmapOffers bitmaps = new BitmapOffers(scan);
        try (LuceneOffers lucene = new LuceneOffers(nation.offers, scan);
                PostgresOffers postgres = new PostgresOffers(scan, nation.organizations)) {
            int warmUp = plan.peerQueries / 5;
            for (int i = 0; i < plan.peerQueries + warmUp; i++) {
                NeedFact need = nation.question();
                boolean counts = i >= warmUp;
                for (int j = 0; counts && j < plan.timed / plan.peerQueries; j++) {
                    timeIndex(nation.question());
                }
                List<Hit> scanned = time(Peer.SCAN, counts, () -> scanned(need, Nation.BASIS));
                List<Hit> mapped =
                        time(Peer.BITMAPS, counts, () -> bitmaps.top(need, nation.division(need), Nation.BASIS, LIMIT));
                List<UUID> searched =
                        time(Peer.LUCENE, counts, () -> lucene.top(need, nation.division(need), Nation.BASIS, LIMIT));
                if (need.items().size() == 1) {
                    time(Peer.POSTGRES, counts, () -> postgres.top(need, Nation.BASIS, LIMIT));
                }
                compare(scanned, top(need, Nation.BASIS));
                compare(scanned, mapped);
                mismatches += searched.size() == scanned.size() ? 0 : 1;
            }
        }
    }

    private void timeIndex(NeedFact need) {
        boolean oneItem = need.items().size() == 1;
        time(oneItem ? List.of(Peer.INDEX, Peer.INDEX_ONE_ITEM) : List.of(Peer.INDEX), () -> top(need, Nation.BASIS));
    }

    private void askWithTexts() {
        progress.println("the offers' texts are read");
        InventedTexts texts = new InventedTexts();
        nation.offers.forEach(texts::put);
        scan.read(texts);
        Basis basis = new Basis(
                Nation.BASIS.policy(), Nation.BASIS.pairings(), texts, Nation.BASIS.attention(), Nation.BASIS.on());
        int warmUp = 3 * plan.peerQueries;
        for (int i = 0; i < plan.peerQueries + warmUp; i++) {
            NeedFact need = nation.question();
            boolean counts = i >= warmUp;
            List<Hit> found = time(Peer.INDEX_WITH_TEXTS, counts, () -> top(need, basis));
            if (counts) {
                compare(time(Peer.SCAN_WITH_TEXTS, true, () -> scanned(need, basis)), found);
            }
        }
    }

    /** Asks and changes in turns, and compares every answer with the scan's. */
    private void check() {
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < plan.updates / ROUNDS; i++) {
                OfferFact offer = nation.changedOffer();
                index.put(offer);
                scan.put(offer, nation.organization(offer));
            }
            List<NeedFact> needs = IntStream.range(0, plan.queries / ROUNDS)
                    .mapToObj(i -> nation.question())
                    .toList();
            mismatches += (int) needs.parallelStream()
                    .filter(need -> !scanned(need, Nation.BASIS).equals(top(need, Nation.BASIS)))
                    .count();
            if (round % 10 == 0) {
                progress.printf(
                        "%d queries after %d updates: %d differ from the scan%n",
                        round * plan.queries / ROUNDS, round * plan.updates / ROUNDS, mismatches);
            }
        }
    }

    private void compare(List<Hit> one, List<Hit> other) {
        mismatches += one.equals(other) ? 0 : 1;
    }

    private List<Hit> scanned(NeedFact need, Basis basis) {
        return scan.top(need, nation.division(need), basis, LIMIT);
    }

    private List<Hit> top(NeedFact need, Basis basis) {
        List<Hit> hits = new ArrayList<>(LIMIT);
        index.topOffers(
                need,
                nation.division(need),
                basis,
                MatchEngine.rules(basis),
                any -> true,
                LIMIT,
                (offer, ppm) -> hits.add(new Hit(ppm, offer.id())));
        hits.sort(Comparator.naturalOrder());
        return hits;
    }

    /** Something to be timed. */
    private interface Question<T> {
        T ask();
    }

    private <T> T time(Peer peer, boolean counts, Question<T> question) {
        return time(counts ? List.of(peer) : List.of(), question);
    }

    /** @param told of whom the time is told */
    private <T> T time(List<Peer> told, Question<T> question) {
        long began = System.nanoTime();
        T answer = question.ask();
        long nanos = System.nanoTime() - began;
        told.forEach(peer -> latencies(peer).add(nanos));
        return answer;
    }
}
