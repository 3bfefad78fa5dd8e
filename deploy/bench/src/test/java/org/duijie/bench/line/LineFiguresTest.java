package org.duijie.bench.line;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.duijie.bench.BenchmarkResult;
import org.duijie.bench.line.Line.Passage;
import org.duijie.sample.Json;
import org.junit.jupiter.api.Test;

class LineFiguresTest {
    private static final long MILLI = 1_000_000;

    @Test
    void addsUpWhatWasMeasured() {
        LineFigures figures = new LineFigures();
        for (long i = 1; i <= 100; i++) {
            figures.add(new Passage(0, 10 * MILLI, (10 + 6 * i) * MILLI), i * MILLI, 2 * i * MILLI);
        }

        BenchmarkResult result = figures.result(20, 1_200);

        JsonNode json = Json.MAPPER.valueToTree(result.figures());
        assertThat(json.path("needs").asInt()).isEqualTo(100);
        assertThat(json.path("warmUp").asInt()).isEqualTo(20);
        assertThat(json.at("/answerToEvent/medianMs").asDouble()).isEqualTo(300.0);
        assertThat(json.at("/answerToEvent/p99Ms").asDouble()).isEqualTo(594.0);
        assertThat(json.at("/requestToEvent/medianMs").asDouble()).isEqualTo(310.0);
        assertThat(json.at("/bareSum/medianMs").asDouble()).isEqualTo(150.0);
        assertThat(json.at("/bareSum/p99Ms").asDouble()).isEqualTo(297.0);
        assertThat(json.at("/ratioMedian").asDouble()).isEqualTo(2.0);
        assertThat(json.path("eventsBeforeTheAnswer").asInt()).isZero();
        assertThat(result.table().render(60)).contains("bare Kafka round trip").contains("2.00");
        assertThat(result.notes()).contains("The first 20 needs");
    }
}
