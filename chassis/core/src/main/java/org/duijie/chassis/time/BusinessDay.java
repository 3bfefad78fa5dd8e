package org.duijie.chassis.time;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Deadlines, periods and validities are days of the People's Republic's one time zone. */
@Singleton
public class BusinessDay {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final InstantSource clock;

    @Inject
    public BusinessDay(InstantSource clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** The clock of production; tests put another in its place. */
    @Singleton
    static class SystemClock {

        @Produces
        @Singleton
        @io.quarkus.arc.DefaultBean
        InstantSource clock() {
            // Milliseconds are what the API shows; a database keeps microseconds. One precision everywhere.
            return Clock.tickMillis(ZONE);
        }
    }
}
