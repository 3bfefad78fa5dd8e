package org.duijie.chassis.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The clock of the running service, which a test may put forward for a while. */
@Alternative
@Priority(1)
@Singleton
public class TestClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Does something that many days later. */
    public void inDays(long days, Runnable something) {
        ahead = Duration.ofDays(days);
        try {
            something.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }
}
