package org.duijie.sample.load;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.RefusedException;
import org.duijie.sample.http.UnavailableException;

/** Does the same to many entities, some at a time, and says how it goes. What fails is kept for the report. */
final class Crew {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(2);
    private static final int FAILURES_TOLD = 20;
    /** More failures than this have a common cause: going on would only repeat it. */
    private static final int FAILURES_BORNE = 100;

    private final int parallel;
    private final Patience patience;
    private final PrintWriter out;
    private final List<String> failures = new ArrayList<>();
    private final AtomicLong failed = new AtomicLong();

    Crew(int parallel, Patience patience, PrintWriter out) {
        this.parallel = parallel;
        this.patience = patience;
        this.out = out;
    }

    /** Takes each entity from the stream as hands come free, and asks again while the suite is unavailable. */
    <T> void each(String what, long total, Stream<T> entities, Function<T, Outcome> task) {
        Semaphore hands = new Semaphore(parallel);
        Progress progress = new Progress(what, total);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Iterator<T> next = entities.iterator(); next.hasNext() && failed.get() <= FAILURES_BORNE; ) {
                T entity = next.next();
                hands.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        progress.add(patience.until(() -> task.apply(entity)));
                    } catch (RefusedException | UnavailableException failure) {
                        fail(String.valueOf(failure.getMessage()));
                    } catch (RuntimeException defect) {
                        fail(defect.toString());
                    } finally {
                        hands.release();
                    }
                });
            }
        }
        progress.end();
    }

    /** Whether everything was done. If not, prints what was not. */
    boolean report() {
        if (failed.get() == 0) {
            return true;
        }
        out.printf("失败 failed: %d%s%n", failed.get(), failed.get() > FAILURES_BORNE ? "，已停止 stopped" : "");
        synchronized (failures) {
            failures.forEach(failure -> out.println("  " + failure));
        }
        return false;
    }

    private void fail(String failure) {
        failed.incrementAndGet();
        synchronized (failures) {
            if (failures.size() < FAILURES_TOLD) {
                failures.add(failure);
            }
        }
    }

    /** Counts and rate of one kind of entity. */
    private final class Progress {
        private final String what;
        private final long total;
        private final long began = System.nanoTime();
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong loaded = new AtomicLong();
        private final AtomicLong reportAt = new AtomicLong(began + REPORT_EVERY.toNanos());

        private Progress(String what, long total) {
            this.what = what;
            this.total = total;
        }

        private void add(Outcome outcome) {
            done.incrementAndGet();
            if (outcome == Outcome.LOADED) {
                loaded.incrementAndGet();
            }
            long due = reportAt.get();
            long now = System.nanoTime();
            if (now >= due && reportAt.compareAndSet(due, now + REPORT_EVERY.toNanos())) {
                print();
            }
        }

        private void end() {
            print();
        }

        private void print() {
            double seconds = (System.nanoTime() - began) / 1e9;
            out.printf(
                    "  %s %,d/%,d · 新 new %,d · %.0f/s%n",
                    what, done.get(), total, loaded.get(), done.get() / Math.max(seconds, 0.001));
            out.flush();
        }
    }
}
