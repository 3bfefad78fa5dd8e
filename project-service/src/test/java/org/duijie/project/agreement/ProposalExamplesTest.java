package org.duijie.project.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.duijie.chassis.json.StrictJson;
import org.duijie.chassis.testing.EventContract;
import org.junit.jupiter.api.Test;

/** We read what matching-service says it writes: its own examples. */
class ProposalExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    @Test
    void readsEveryProposal() {
        List<ProposalMessage> read =
                EventContract.of(Path.of("../matching-service/contract")).examples("proposal").stream()
                        .map(ProposalExamplesTest::read)
                        .toList();

        assertThat(read).filteredOn(ProposalMessage::reserved).singleElement().satisfies(reserved -> {
            assertThat(reserved.intended()).isTrue();
            assertThat(reserved.milestones()).isNotEmpty();
            assertThat(reserved.pledges()).isNotEmpty();
            assertThat(reserved.valueFen()).isEqualTo(2_650_000);
        });
        assertThat(read).filteredOn(proposal -> !proposal.intended()).hasSizeGreaterThan(2);
    }

    private static ProposalMessage read(String example) {
        try {
            return JSON.readerFor(ProposalMessage.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(example);
        } catch (IOException unreadable) {
            throw new AssertionError(example, unreadable);
        }
    }
}
