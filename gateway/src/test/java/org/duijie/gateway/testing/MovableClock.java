package org.duijie.gateway.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that never goes back, as that of the house's tests does: a copy taken in the future would be fresh for ever. */
@Alternative
@Priority(2)
@Singleton
public class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    public void putForward(Duration by) {
        ahead = ahead.plus(by);
    }
}
