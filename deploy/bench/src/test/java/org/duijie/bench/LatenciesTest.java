package org.duijie.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void tellsPercentilesThatWereMeasured() {
        Latencies latencies = of(LongStream.rangeClosed(1, 500).map(i -> 501 - i));

        assertThat(latencies.percentile(50)).isEqualTo(250);
        assertThat(latencies.percentile(99)).isEqualTo(495);
        assertThat(latencies.percentile(100)).isEqualTo(500);
    }

    @Test
    void tellsTheOnlyOneForEveryPercentile() {
        Latencies latencies = of(LongStream.of(7));

        assertThat(latencies.percentile(1)).isEqualTo(7);
        assertThat(latencies.percentile(99)).isEqualTo(7);
    }

    @Test
    void roundsToTheMicrosecond() {
        assertThat(of(LongStream.of(1_234_567)).percentileMillis(50)).hasToString("1.235");
    }

    @Test
    void countsEffectsThatCameBeforeTheirCause() {
        assertThat(of(LongStream.of(-5, 0, 5)).negative()).isEqualTo(1);
    }

    @Test
    void refusesToTellWhatWasNotMeasured() {
        assertThatIllegalStateException().isThrownBy(() -> new Latencies().percentile(50));
    }

    private static Latencies of(LongStream nanos) {
        Latencies latencies = new Latencies();
        nanos.forEach(latencies::add);
        return latencies;
    }
}
