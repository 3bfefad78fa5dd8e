package org.duijie.sample.http;

import java.time.Duration;
import java.util.function.Supplier;

/** Asks again while the suite is unavailable, ever more slowly and not for ever. */
public final class Patience {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Duration limit;

    public Patience(Duration limit) {
        this.limit = limit;
    }

    /** The first outcome that is not {@link UnavailableException}; that one itself once the limit has passed. */
    public <T> T until(Supplier<T> attempt) {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                return attempt.get();
            } catch (UnavailableException unavailable) {
                if (System.nanoTime() + pause.toNanos() > giveUpAt) {
                    throw unavailable;
                }
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** Sleeps; an interrupt ends the work. */
    public static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
