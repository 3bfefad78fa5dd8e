package org.duijie.matching.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.duijie.chassis.json.StrictJson;
import org.duijie.chassis.testing.EventContract;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.reason.ProjectDifferences;
import org.duijie.matching.replica.ProjectState;
import org.junit.jupiter.api.Test;

/** We read what project-service says it tells of projects: its own examples. */
class ProjectExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();

    static {
        new StrictJson().customize(JSON);
    }

    private final List<String> examples =
            EventContract.of(Path.of("../project-service/contract")).examples("project");

    @Test
    void readsTheStateOfEveryProject() {
        assertThat(examples)
                .filteredOn(example -> !example.contains("\"refusedAt\""))
                .hasSizeGreaterThan(5)
                .allSatisfy(example -> assertThat(read(example).state(1)).isPresent());
    }

    /** Tests of others tell less of a project, and a project is not known by that. */
    @Test
    void aMessageThatTellsNoStateIsNone() {
        assertThat(read("{\"id\":\"0198f1c2-6f3e-7a51-8c0d-2f4b9f6f7a10\"}").state(1))
                .isEmpty();
    }

    @Test
    void tellsWhatChangedMemberByMember() {
        ProjectState agreed = example("\"AGREED\"");
        ProjectState closed = example("\"CLOSED\"");

        assertThat(ProjectDifferences.between(null, agreed)).isEmpty();
        assertThat(ProjectDifferences.between(agreed, agreed)).isEmpty();
        assertThat(ProjectDifferences.between(agreed, closed))
                .extracting(Difference::member)
                .contains("status", "money.received", "milestones.1", "finalDisclosure");
        assertThat(ProjectDifferences.between(agreed, closed)
                        .getFirst()
                        .sentence()
                        .zh())
                .isEqualTo("状态：已签约 → 已结项");
    }

    private ProjectState example(String having) {
        return examples.stream()
                .filter(example -> example.contains("\"status\": " + having))
                .findFirst()
                .map(example -> read(example).state(1).orElseThrow())
                .orElseThrow();
    }

    private static ProjectMessage read(String example) {
        try {
            return JSON.readerFor(ProjectMessage.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(example);
        } catch (IOException unreadable) {
            throw new AssertionError(example, unreadable);
        }
    }
}
