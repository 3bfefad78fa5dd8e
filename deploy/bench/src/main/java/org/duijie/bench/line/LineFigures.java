package org.duijie.bench.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.Latencies;
import org.duijie.bench.line.Line.Passage;
import org.duijie.sample.text.Table;

/** Gathers what is measured for each need, the line's own and the bare two beside it. */
final class LineFigures {
    private static final int MEDIAN = 50;
    private static final int TAIL = 99;

    private final Latencies answerToEvent = new Latencies();
    private final Latencies requestToEvent = new Latencies();
    private final Latencies commit = new Latencies();
    private final Latencies roundTrip = new Latencies();
    private final Latencies bare = new Latencies();

    void add(Passage passage, long commitNanos, long roundTripNanos) {
        answerToEvent.add(passage.arrived() - passage.answered());
        requestToEvent.add(passage.arrived() - passage.asked());
        commit.add(commitNanos);
        roundTrip.add(roundTripNanos);
        bare.add(commitNanos + roundTripNanos);
    }

    BenchmarkResult result(int warmUp, int bytes) {
        Table table = new Table("measured", ">n", ">median ms", ">p99 ms");
        row(table, "answer to the publishing request → event in the stream", answerToEvent);
        row(table, "publishing request → event in the stream", requestToEvent);
        row(table, "bare PostgreSQL commit", commit);
        row(table, "bare Kafka round trip", roundTrip);
        row(table, "sum of the bare two", bare);
        table.row("ratio: answer → event / sum of the bare two", "", ratio(MEDIAN), ratio(TAIL));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("needs", answerToEvent.count());
        figures.put("warmUp", warmUp);
        figures.put("bytes", bytes);
        figures.put("answerToEvent", millis(answerToEvent));
        figures.put("requestToEvent", millis(requestToEvent));
        figures.put("bareCommit", millis(commit));
        figures.put("bareRoundTrip", millis(roundTrip));
        figures.put("bareSum", millis(bare));
        figures.put("ratioMedian", ratio(MEDIAN));
        figures.put("ratioP99", ratio(TAIL));
        figures.put("eventsBeforeTheAnswer", answerToEvent.negative());
        return new BenchmarkResult(table, notes(warmUp, bytes), figures);
    }

    private String notes(int warmUp, int bytes) {
        return """
                One need at a time; for each, one commit and one round trip of the same %d bytes on the same server and
                broker. The first %d needs warm everything up and are not counted. In %d of %d the event came before the
                answer (counted as less than nothing).""".formatted(bytes, warmUp, answerToEvent.negative(), answerToEvent.count());
    }

    private static void row(Table table, String what, Latencies latencies) {
        table.row(what, latencies.count(), latencies.percentileMillis(MEDIAN), latencies.percentileMillis(TAIL));
    }

    private static Map<String, Object> millis(Latencies latencies) {
        Map<String, Object> millis = new LinkedHashMap<>();
        millis.put("medianMs", latencies.percentileMillis(MEDIAN));
        millis.put("p99Ms", latencies.percentileMillis(TAIL));
        return millis;
    }

    private BigDecimal ratio(int percent) {
        return BigDecimal.valueOf(answerToEvent.percentile(percent))
                .divide(BigDecimal.valueOf(bare.percentile(percent)), 2, RoundingMode.HALF_UP);
    }
}
