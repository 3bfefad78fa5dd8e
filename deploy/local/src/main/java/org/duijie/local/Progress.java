package org.duijie.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells, step by step, what the launcher does and how long it has taken so far. */
final class Progress {
    private static final double MILLIS_PER_SECOND = 1000.0;

    private final PrintStream out;
    private final Instant begin = Instant.now();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String who, String what) {
        out.printf(Locale.ROOT, "%7.1f s  %-21s %s%n", seconds(begin), who, what);
    }

    void ready(String who, Instant since) {
        say(who, String.format(Locale.ROOT, "ready after %.1f s", seconds(since)));
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / MILLIS_PER_SECOND;
    }
}
