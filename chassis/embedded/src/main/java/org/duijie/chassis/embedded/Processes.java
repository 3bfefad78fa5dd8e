package org.duijie.chassis.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The end of processes that are not children of this JVM. When such a process has ended, its entry stays until its
 * parent takes notice, and the first process of a container may never do so: what {@link ProcessHandle} takes for
 * alive may be only that entry.
 */
public final class Processes {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final char ENDED = 'Z';

    private Processes() {}

    /** Says whether the process still runs. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isOnlyAnEntry(process);
    }

    /** In {@code /proc/PID/stat} the state stands behind the name, which is in parentheses and may hold any. */
    private static boolean isOnlyAnEntry(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == ENDED;
        } catch (IOException | IndexOutOfBoundsException notLinuxOrGone) {
            return false;
        }
    }

    /** Waits until all have ended, at most for the limit; says whether they have. */
    public static boolean awaitEnd(Collection<ProcessHandle> processes, Duration limit) {
        Instant giveUp = Instant.now().plus(limit);
        while (processes.stream().anyMatch(Processes::isRunning)) {
            if (Instant.now().isAfter(giveUp)) {
                return false;
            }
            try {
                Thread.sleep(POLL);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** Completes when the process has ended. */
    static CompletableFuture<Void> ended(ProcessHandle process) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        Thread.ofVirtual().name("watch-" + process.pid()).start(() -> {
            if (awaitEnd(List.of(process), Duration.ofDays(365))) {
                ended.complete(null);
            }
        });
        return ended;
    }
}
