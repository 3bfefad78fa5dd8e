package org.duijie.matching.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.replica.FactMother;

/** The running service lives on the day of the mothers; time stands still unless a test puts it forward. */
@Alternative
@Priority(1)
@Singleton
public class TestClock implements InstantSource {

    private final AtomicReference<Instant> now = new AtomicReference<>(
            FactMother.TODAY.atTime(9, 0).atZone(BusinessDay.ZONE).toInstant());

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Days go by. They do not come back: no test may count on another day than the one it finds. */
    public void passDays(int days) {
        now.updateAndGet(instant -> instant.plus(Duration.ofDays(days)));
    }
}
