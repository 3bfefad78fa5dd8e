package org.duijie.matching.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

    private final RetrySchedule schedule = new RetrySchedule(new Random(1));

    @Test
    void triesForThreeDays() {
        Duration planned = IntStream.rangeClosed(1, 9)
                .mapToObj(attempts -> schedule.after(attempts, null))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(planned).isBetween(Duration.ofMinutes(4_535), Duration.ofMinutes(4_535 * 11 / 10));
        assertThat(schedule.after(1, null)).isBetween(Duration.ofSeconds(5), Duration.ofMillis(5_500));
        assertThat(RetrySchedule.exhausted(9)).isFalse();
        assertThat(RetrySchedule.exhausted(10)).isTrue();
    }

    @Test
    void comesBackWhenTheReceiverWantsItButNotSoonerAndNotNever() {
        assertThat(schedule.after(1, Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
        assertThat(schedule.after(4, Duration.ofSeconds(1))).isGreaterThanOrEqualTo(Duration.ofHours(2));
        assertThat(schedule.after(1, Duration.ofDays(400))).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void opensTheBreakerAfterFiveFailuresInARow() {
        assertThat(schedule.open(4)).isZero();
        assertThat(schedule.open(5)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(33));
        assertThat(schedule.open(6)).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(66));
        assertThat(schedule.open(500)).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
    }
}
