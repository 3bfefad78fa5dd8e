package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.duijie.sample.data.SampleNeed;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;

/**
 * Publishes needs by the file, as the partner platform to which the counties delegated it. The leading group trusts the
 * platform for as long as that takes, so that nobody need review what nobody doubts.
 */
final class NeedPublisher {
    private static final String PLATFORM = "/publishers/partner";
    private static final int LINES_A_FILE = 50_000;
    private static final Decision TRUSTED = new Decision("TRUSTED", 1_000_000, "样例载入期间免审");
    private static final Decision REVIEWED = new Decision("REVIEWED", 10_000, "样例已载入，恢复审核");
    private static final int FAULTS_TOLD = 20;

    private record Decision(String trust, int dailyQuota, String reason) {}

    private final Session platform;
    private final Session office;
    private final Patience patience;
    private final PrintWriter out;

    NeedPublisher(Session platform, Session office, Patience patience, PrintWriter out) {
        this.platform = platform;
        this.office = office;
        this.patience = patience;
        this.out = out;
    }

    /** Whether all of them are published now. What was not taken is told. */
    boolean publish(Stream<SampleNeed> needs) {
        Iterator<List<NeedFile.Line>> files = needs.map(need -> new NeedFile.Line(need.reference(), need.draft()))
                .gather(Gatherers.windowFixed(LINES_A_FILE))
                .iterator();
        if (!files.hasNext()) {
            return true;
        }
        decide(TRUSTED);
        try {
            boolean whole = true;
            while (files.hasNext()) {
                whole &= handIn(files.next());
            }
            return whole;
        } finally {
            decide(REVIEWED);
        }
    }

    private boolean handIn(List<NeedFile.Line> lines) {
        long began = System.nanoTime();
        Path file = temporary();
        try {
            NeedFile.write(file, lines.stream());
            // Sent again where its answer was lost: what is there already stays as it is.
            NeedImport taken = patience.until(() -> NeedImport.of(platform, file));
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(
                    "  需求文件 needs by the file %,d · 新 new %,d · %.0f/s%n",
                    lines.size(), taken.count("created"), lines.size() / Math.max(seconds, 0.001));
            if (taken.count("refused") > 0) {
                out.printf("失败 failed: %d%n", taken.count("refused"));
                taken.refused(patience).stream().limit(FAULTS_TOLD).forEach(this::tell);
            }
            return taken.count("refused") == 0;
        } finally {
            delete(file);
        }
    }

    private void tell(JsonNode line) {
        out.println("  " + line.path("reference").asText() + " "
                + line.path("problems").valueStream().map(JsonNode::toString).collect(Collectors.joining(" ")));
    }

    private void decide(Decision decision) {
        patience.until(() -> office.see(PLATFORM).replace(decision).expect(200));
    }

    private static Path temporary() {
        try {
            return Files.createTempFile("duijie-needs-", ".ndjson");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
