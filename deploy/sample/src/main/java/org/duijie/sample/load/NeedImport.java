package org.duijie.sample.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;

/** A file of needs that was handed in and whose every line was looked at. */
public final class NeedImport {
    private static final String NDJSON = "application/x-ndjson";
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Set<String> OVER = Set.of("SUCCEEDED", "FAILED");

    private final Session sender;
    private final Answer job;

    private NeedImport(Session sender, Answer job) {
        this.sender = sender;
        this.job = job;
    }

    /** Hands the file in and waits until it is over. */
    public static NeedImport of(Session sender, Path file) {
        Answer job = sender.post("/need-imports", file, NDJSON).expect(202);
        while (!OVER.contains(job.text("status"))) {
            Patience.sleep(PAUSE);
            job = sender.get(path(job)).expect(200);
        }
        if (!job.text("status").equals("SUCCEEDED")) {
            throw new IllegalStateException("The import failed: " + job.body());
        }
        return new NeedImport(sender, job);
    }

    private static String path(Answer job) {
        return "/need-imports/" + job.text("id");
    }

    /** One of its counts, such as {@code taken}, {@code unchanged} or {@code refused}. */
    public int count(String member) {
        return job.body().path(member).asInt();
    }

    /** What is said of the lines that were not taken. */
    public List<JsonNode> refused(Patience patience) {
        List<JsonNode> lines = new ArrayList<>();
        Listing.read(sender, patience, path(job) + "/lines?outcome=REFUSED", lines::add);
        return lines;
    }
}
