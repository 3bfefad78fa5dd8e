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

/** We read what the other services say they answer: their own examples. */
class AnswerExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void readsEveryReservation() {
        List<ReservationMessage> read =
                EventContract.of(Path.of("../organization-service/contract")).examples("reservation").stream()
                        .map(example -> read(example, ReservationMessage.class))
                        .toList();

        assertThat(read)
                .extracting(ReservationMessage::status)
                .containsExactlyInAnyOrder(ReservationMessage.Status.values());
        assertThat(read).allSatisfy(reservation -> assertThat(reservation.refusal() != null)
                .isEqualTo(reservation.status() == ReservationMessage.Status.REFUSED));
    }

    @Test
    void readsEveryProject() {
        List<String> examples =
                EventContract.of(Path.of("../project-service/contract")).examples("project");

        assertThat(examples)
                .filteredOn(example -> !isRefusal(example))
                .extracting(example -> read(example, ProjectMessage.class).id())
                .isNotEmpty()
                .doesNotContainNull();
        assertThat(examples)
                .filteredOn(AnswerExamplesTest::isRefusal)
                .extracting(example ->
                        read(example, ProjectRefusedMessage.class).closing().code())
                .containsExactly("need-already-committed");
    }

    private static boolean isRefusal(String example) {
        return example.contains("\"refusedAt\"");
    }

    private static <T> T read(String example, Class<T> shape) {
        try {
            return JSON.readerFor(shape)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(example);
        } catch (IOException unreadable) {
            throw new AssertionError(example, unreadable);
        }
    }
}
