package org.duijie.matching.delivery.sending;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to send a message.
 *
 * @param attempt which one for this message, from 1
 * @param status the receiver's, if it answered
 * @param excerpt the beginning of its answer, or why there is none
 * @param retryAfter when it wants the next attempt, if it said so
 */
record Attempt(
        Outgoing message,
        Instant at,
        int attempt,
        Outcome outcome,
        @Nullable Integer status,
        Duration took,
        @Nullable String excerpt,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int GATEWAY_TIMEOUT = 504;

    boolean delivered() {
        return outcome == Outcome.DELIVERED;
    }

    /** The receiver wants nothing more, ever. */
    boolean gone() {
        return status != null && status == GONE;
    }

    /** The receiver is there, and cannot keep up. */
    boolean overloaded() {
        return status != null
                && (status == TOO_MANY || status == BAD_GATEWAY || status == UNAVAILABLE || status == GATEWAY_TIMEOUT);
    }
}
