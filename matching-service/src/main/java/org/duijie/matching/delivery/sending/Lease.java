package org.duijie.matching.delivery.sending;

import java.time.Duration;

/**
 * For how long what was claimed is this instance's own. A process may stand still at any point (a long collection, a
 * suspended machine) and go on after another took over: it then begins no further attempt, lest an earlier event be sent
 * behind a later one.
 *
 * @param end by {@link System#nanoTime}
 */
record Lease(long end) {

    /** Longer than the longest attempt with what else is done under the same claim. */
    static final Duration LENGTH = Duration.ofSeconds(60);

    /** Called before the claim is made, so that it ends here before it ends for the others. */
    static Lease begin() {
        return new Lease(System.nanoTime() + LENGTH.toNanos());
    }

    /** Whether an attempt that begins now is over before somebody else may make it. */
    boolean lastsForOneMore() {
        return end - System.nanoTime() > Sender.LIMIT.toNanos();
    }
}
