package org.duijie.matching.delivery.sending;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a message that was not taken is sent again: the schedule of the Standard Webhooks specification ("Deliverability
 * and reliability"), 75 hours and 35 minutes in all, each delay up to a tenth longer by chance, so that what failed
 * together does not come back together.
 */
public final class RetrySchedule {

    private static final List<Duration> DELAYS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** What a receiver may ask for, so that it cannot put a message off for ever. */
    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int FAILURES_UNTIL_OPEN = 5;
    private static final Duration OPEN = Duration.ofSeconds(30);
    private static final Duration OPEN_LONGEST = Duration.ofMinutes(30);

    private final RandomGenerator random;

    public RetrySchedule(RandomGenerator random) {
        this.random = random;
    }

    /** Is there no further attempt after so many? */
    static boolean exhausted(int attempts) {
        return attempts > DELAYS.size();
    }

    /** @param attempts how many there were, at least one */
    public Duration after(int attempts, @Nullable Duration asked) {
        Duration planned = jittered(DELAYS.get(Math.min(attempts, DELAYS.size()) - 1));
        return asked == null || asked.compareTo(planned) < 0 ? planned : shorter(asked, LONGEST);
    }

    /**
     * For how long nothing is sent to an endpoint that failed so often in a row: the breaker. It is not an attempt, and
     * uses none.
     */
    Duration open(int failuresInARow) {
        if (failuresInARow < FAILURES_UNTIL_OPEN) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failuresInARow - FAILURES_UNTIL_OPEN, Integer.SIZE / 4);
        return jittered(shorter(OPEN.multipliedBy(1L << doublings), OPEN_LONGEST));
    }

    Duration jittered(Duration delay) {
        return delay.plusMillis(random.nextLong(delay.toMillis() / 10 + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
