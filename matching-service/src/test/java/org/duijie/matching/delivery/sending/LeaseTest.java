package org.duijie.matching.delivery.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LeaseTest {

    @Test
    void lastsForAnAttemptWhenItBegins() {
        assertThat(Lease.begin().lastsForOneMore()).isTrue();
    }

    @Test
    void doesNotLastForAnAttemptThatEndsAfterIt() {
        assertThat(ending(Sender.LIMIT.plusSeconds(5)).lastsForOneMore()).isTrue();
        assertThat(ending(Sender.LIMIT.minusSeconds(1)).lastsForOneMore()).isFalse();
        assertThat(ending(Duration.ofSeconds(-5)).lastsForOneMore()).isFalse();
    }

    private static Lease ending(Duration in) {
        return new Lease(System.nanoTime() + in.toNanos());
    }
}
