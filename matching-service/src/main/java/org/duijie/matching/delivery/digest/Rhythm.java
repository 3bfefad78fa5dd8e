package org.duijie.matching.delivery.digest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.duijie.chassis.time.BusinessDay;

/** How often a digest is mailed. */
enum Rhythm {
    /** As soon as something is told, but not twice within a minute: what comes meanwhile goes with the next. */
    INSTANT,
    /** At half past seven in the morning. */
    DAILY,
    /** On Mondays at half past seven in the morning. */
    WEEKLY;

    private static final LocalTime MORNING = LocalTime.of(7, 30);
    private static final Duration BREATH = Duration.ofMinutes(1);

    /** When the next one is due after this moment; the hours are those of Asia/Shanghai. */
    Instant after(Instant moment) {
        ZonedDateTime local = moment.atZone(BusinessDay.ZONE);
        ZonedDateTime morning = local.with(MORNING);
        return switch (this) {
            case INSTANT -> moment.plus(BREATH);
            case DAILY -> (morning.isAfter(local) ? morning : morning.plusDays(1)).toInstant();
            case WEEKLY -> {
                ZonedDateTime monday = morning.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
                yield (monday.isAfter(local) ? monday : monday.plusWeeks(1)).toInstant();
            }
        };
    }
}
