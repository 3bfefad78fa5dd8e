package org.duijie.matching.delivery.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RhythmTest {

    /** Wednesday, 07:29 in Shanghai. */
    private static final Instant BEFORE = Instant.parse("2026-11-24T23:29:00Z");

    private static final Instant MORNING = Instant.parse("2026-11-24T23:30:00Z");

    @Test
    void isDueAMinuteLaterWhereItIsInstant() {
        assertThat(Rhythm.INSTANT.after(BEFORE)).isEqualTo(MORNING);
    }

    @Test
    void isDueOnTheNextMorningWhereItIsDaily() {
        assertThat(Rhythm.DAILY.after(BEFORE)).isEqualTo(MORNING);
        assertThat(Rhythm.DAILY.after(MORNING)).isEqualTo("2026-11-25T23:30:00Z");
    }

    @Test
    void isDueOnTheNextMondayWhereItIsWeekly() {
        assertThat(Rhythm.WEEKLY.after(MORNING)).isEqualTo("2026-11-29T23:30:00Z");
        assertThat(Rhythm.WEEKLY.after(Instant.parse("2026-11-29T23:30:00Z"))).isEqualTo("2026-12-06T23:30:00Z");
        assertThat(Rhythm.WEEKLY.after(Instant.parse("2026-11-29T23:29:59Z"))).isEqualTo("2026-11-29T23:30:00Z");
    }
}
