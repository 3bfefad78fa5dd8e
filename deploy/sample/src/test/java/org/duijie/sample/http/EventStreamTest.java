package org.duijie.sample.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.duijie.sample.Json;
import org.junit.jupiter.api.Test;

class EventStreamTest {
    @Test
    void readsEventsAndPassesOverComments() throws Exception {
        try (EventStream stream = stream("""
                : alive

                id: 1
                event: MATCH_BEGAN
                data: {"number":1}

                :
                id:2
                event:MATCH_ENDED
                data:{"number":
                data: 2}

                """)) {
            assertThat(stream.next())
                    .isEqualTo(new StreamEvent("1", "MATCH_BEGAN", Json.MAPPER.readTree("{\"number\":1}")));
            assertThat(stream.next())
                    .isEqualTo(new StreamEvent("2", "MATCH_ENDED", Json.MAPPER.readTree("{\"number\":2}")));
            assertThat(stream.next()).isNull();
        }
    }

    @Test
    void dropsAnEventThatTheEndOfTheStreamCutShort() {
        try (EventStream stream = stream("id: 1\nevent: MATCH_BEGAN\ndata: {\"number\":")) {
            assertThat(stream.next()).isNull();
        }
    }

    private static EventStream stream(String text) {
        return new EventStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
