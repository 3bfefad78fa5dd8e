package org.duijie.matching.delivery.feed;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How often each address is read at this instance: an address that got about is read by many, each of them within its own
 * limits at the gateway. Minutes are counted whole; what was counted in another minute is forgotten.
 */
@Singleton
class FeedPace {

    private static final int MOST_A_MINUTE = 60;
    private static final int SECONDS = 60;

    private final InstantSource clock;
    private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

    @Inject
    FeedPace(InstantSource clock) {
        this.clock = clock;
    }

    private record Count(long minute, int reads) {}

    /** Counts one more; refuses it where there were too many. */
    void admit(UUID subscription) {
        long now = clock.instant().getEpochSecond();
        long minute = now / SECONDS;
        Count count = counts.merge(
                subscription,
                new Count(minute, 1),
                (known, one) -> known.minute() == minute ? new Count(minute, known.reads() + 1) : one);
        if (count.reads() > MOST_A_MINUTE) {
            throw FeedProblem.READ_TOO_OFTEN
                    .problem()
                    .withHeader("Retry-After", Long.toString(SECONDS - now % SECONDS));
        }
        if (count.reads() == 1) {
            counts.values().removeIf(old -> old.minute() < minute);
        }
    }
}
