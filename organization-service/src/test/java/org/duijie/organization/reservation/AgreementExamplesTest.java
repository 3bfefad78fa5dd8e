package org.duijie.organization.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.duijie.chassis.json.StrictJson;
import org.duijie.chassis.testing.EventContract;
import org.duijie.organization.organization.ProjectOutcome;
import org.junit.jupiter.api.Test;

/** We read what the other services say they write of proposals and projects: their own examples. */
class AgreementExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void readsEveryProposal() {
        List<ProposalMessage> read =
                EventContract.of(Path.of("../matching-service/contract")).examples("proposal").stream()
                        .map(example -> read(example, ProposalMessage.class))
                        .toList();

        assertThat(read).extracting(ProposalMessage::status).contains(ProposalMessage.Status.values());
        assertThat(read).allSatisfy(proposal -> assertThat(proposal.wanted()).isNotEmpty());
        assertThat(read).filteredOn(ProposalMessage::awaitsReservation).hasSize(1);
    }

    @Test
    void readsEveryProject() {
        List<ProjectMessage> read =
                EventContract.of(Path.of("../project-service/contract")).examples("project").stream()
                        .map(example -> read(example, ProjectMessage.class))
                        .toList();

        assertThat(read).extracting(ProjectMessage::id).doesNotContainNull();
        assertThat(read)
                .filteredOn(project -> project.termination() != null)
                .singleElement()
                .satisfies(project -> assertThat(
                                Objects.requireNonNull(project.termination()).released())
                        .extracting(ProjectMessage.Quantity::quantity)
                        .isNotEmpty()
                        .doesNotContainNull());
    }

    @Test
    void readsWhatBecameOfEveryProject() {
        List<ProjectOutcome> read =
                EventContract.of(Path.of("../project-service/contract")).examples("project").stream()
                        .filter(example -> !example.contains("\"refusedAt\""))
                        .map(example -> read(example, ProjectOutcome.class))
                        .toList();

        assertThat(read).extracting(ProjectOutcome::status).contains("AGREED", "RUNNING", "COMPLETED", "TERMINATED");
        assertThat(read)
                .extracting(project -> project.organization().creditCode())
                .containsOnly("53110000500309522J");
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
