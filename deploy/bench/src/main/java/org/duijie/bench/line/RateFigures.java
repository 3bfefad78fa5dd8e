package org.duijie.bench.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.Latencies;
import org.duijie.bench.load.Rounds;
import org.duijie.sample.text.Table;

/** Gathers what is measured at each rate. */
final class RateFigures {
    private static final int MEDIAN = 50;
    private static final int TAIL = 99;

    /** Less than this of the rate is not sustained. */
    private static final double SUSTAINED = 0.97;

    /** Nor is one at which what waits grows: an event a second after it was due is late. */
    private static final long LATE = Duration.ofSeconds(1).toNanos();

    /**
     * What went through at one rate.
     *
     * @param achieved changes a second, from when the first was due to the last event
     * @param answerToEvent from the answer to the event
     * @param dueToEvent from when the request was to be sent: what waited is not left out
     */
    record Passages(int rate, double achieved, Latencies answerToEvent, Latencies dueToEvent, long gaps) {

        boolean sustained() {
            return achieved >= SUSTAINED * rate && dueToEvent.percentile(MEDIAN) < LATE;
        }

        String sentence(Latencies bare) {
            return "%s, median %s ms beside %s"
                    .formatted(
                            sustained() ? "sustained" : "not sustained, only %.1f".formatted(achieved),
                            answerToEvent.percentileMillis(MEDIAN),
                            bare.percentileMillis(MEDIAN));
        }
    }

    private final Duration warmUp;
    private final int bytes;
    private final Table table =
            new Table(">changes a second", ">achieved", "sustained", "measured", ">n", ">median ms", ">p99 ms");
    private final List<Map<String, Object>> rates = new ArrayList<>();

    RateFigures(Duration warmUp, int bytes) {
        this.warmUp = warmUp;
        this.bytes = bytes;
    }

    void add(int rate, Passages line, Latencies bare) {
        String achieved = Rounds.rounded(line.achieved(), 1).toString();
        table.row(
                rate,
                achieved,
                line.sustained() ? "yes" : "no",
                "answer → event in the stream",
                line.answerToEvent().count(),
                line.answerToEvent().percentileMillis(MEDIAN),
                line.answerToEvent().percentileMillis(TAIL));
        row("request due → event in the stream", line.dueToEvent());
        row("bare commit and round trip", bare);
        table.row(
                "",
                "",
                "",
                "ratio",
                "",
                ratio(line.answerToEvent(), bare, MEDIAN),
                ratio(line.answerToEvent(), bare, TAIL));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("rate", rate);
        figures.put("achievedPerSecond", Rounds.rounded(line.achieved(), 1));
        figures.put("sustained", line.sustained());
        figures.put("changes", line.answerToEvent().count());
        figures.put("answerToEvent", millis(line.answerToEvent()));
        figures.put("dueToEvent", millis(line.dueToEvent()));
        figures.put("bareSum", millis(bare));
        figures.put("ratioMedian", ratio(line.answerToEvent(), bare, MEDIAN));
        figures.put("ratioP99", ratio(line.answerToEvent(), bare, TAIL));
        figures.put("gaps", line.gaps());
        rates.add(figures);
    }

    BenchmarkResult result() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("warmUpSeconds", warmUp.toSeconds());
        figures.put("bytes", bytes);
        figures.put("rates", rates);
        return new BenchmarkResult(table, """
                Half of the changes are new needs, half amendments of earlier ones, sent when they are due whether earlier ones
                were answered or not. The services run with all compilers, warmed up for %d s. The bare two, of the same %d
                bytes, are measured at the same rate before and after, with the machine to themselves. A rate is sustained
                where %.0f %% of it came through and the median event was not late by a second.""".formatted(warmUp.toSeconds(), bytes, 100 * SUSTAINED), figures);
    }

    private void row(String what, Latencies latencies) {
        table.row(
                "",
                "",
                "",
                what,
                latencies.count(),
                latencies.percentileMillis(MEDIAN),
                latencies.percentileMillis(TAIL));
    }

    private static Map<String, Object> millis(Latencies latencies) {
        Map<String, Object> millis = new LinkedHashMap<>();
        millis.put("medianMs", latencies.percentileMillis(MEDIAN));
        millis.put("p99Ms", latencies.percentileMillis(TAIL));
        return millis;
    }

    private static BigDecimal ratio(Latencies line, Latencies bare, int percent) {
        return BigDecimal.valueOf(line.percentile(percent))
                .divide(BigDecimal.valueOf(bare.percentile(percent)), 2, RoundingMode.HALF_UP);
    }
}
