package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.duijie.chassis.json.StrictJson;
import org.duijie.chassis.testing.EventContract;
import org.junit.jupiter.api.Test;

/** We read what organization-service says it answers: its own examples. */
class AnswerExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void readsEveryReservation() {
        List<ReservationMessage> read =
                EventContract.of(Path.of("../organization-service/contract")).examples("reservation").stream()
                        .map(AnswerExamplesTest::read)
                        .toList();

        assertThat(read)
                .extracting(ReservationMessage::status)
                .containsExactlyInAnyOrder(ReservationMessage.Status.values());
        assertThat(read).allSatisfy(reservation -> assertThat(reservation.refusal() != null)
                .isEqualTo(reservation.status() == ReservationMessage.Status.REFUSED));
    }

    private static ReservationMessage read(String example) {
        try {
            return JSON.readerFor(ReservationMessage.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(example);
        } catch (IOException unreadable) {
            throw new AssertionError(example, unreadable);
        }
    }
}
