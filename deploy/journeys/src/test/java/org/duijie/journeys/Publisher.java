package org.duijie.journeys;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.UnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Publishes one need after another, whatever is being killed. A step whose outcome is unknown is looked up and, where it
 * did not happen, taken again; a draft whose outcome is unknown is left behind, unsubmitted, and does not count.
 */
final class Publisher implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private final Patience patience = new Patience(Duration.ofMinutes(3));
    private final Gateway gateway;
    private final List<String> published = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable Throwable failure;

    Publisher(Gateway gateway) {
        this.gateway = gateway;
        this.thread = Thread.ofVirtual().name("publisher").start(this::publishAll);
    }

    /** The needs that are published, oldest first; throws what stopped the publisher before its time. */
    List<String> published() {
        if (failure != null) {
            throw new AssertionError("The publisher gave up", failure);
        }
        return List.copyOf(published);
    }

    private void publishAll() {
        try {
            while (running) {
                publishOne();
                Patience.sleep(PAUSE);
            }
        } catch (RuntimeException | AssertionError gaveUp) {
            failure = gaveUp;
        }
    }

    private void publishOne() {
        String need;
        try {
            need = gateway.as("zhangbei")
                    .post("/needs", DemoNeeds.digitalClassroom("130722", "张北县", RunningSuite.today()))
                    .expect(201)
                    .text("id");
        } catch (UnavailableException unknown) {
            return;
        }
        reach("SUBMITTED", need, () -> gateway.as("zhangbei")
                .see("/needs/" + need)
                .post("submission"));
        reach("PUBLISHED", need, () -> gateway.as("zhangjiakou")
                .see("/needs/" + need)
                .post("review", Map.of("decision", "PUBLISH")));
        published.add(need);
    }

    /** Takes the step until the need is seen to be where it leads. */
    private void reach(String status, String need, Step step) {
        patience.until(() -> {
            Answer found = gateway.as("zhangjiakou").get("/needs/" + need).expect(200);
            return found.text("status").equals(status) ? found : step.take().expect(200);
        });
    }

    @FunctionalInterface
    private interface Step {
        Answer take();
    }

    @Override
    public void close() throws InterruptedException {
        running = false;
        thread.join(Duration.ofMinutes(4));
    }
}
