package org.duijie.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.duijie.chassis.testing.EventContract;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.OpenApiSnapshot;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** What this service promises in {@code contract/}. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ContractTest {

    private static final Path CONTRACT = Path.of("contract");

    private final String topics;

    ContractTest(@ConfigProperty(name = "duijie.topics") String topics) {
        this.topics = topics;
    }

    @Test
    void servesTheApiThatItPromises() throws IOException {
        OpenApiSnapshot.check();
    }

    @Test
    void showsExamplesThatFitTheSchema() {
        EventContract contract = EventContract.of(CONTRACT);
        assertThat(contract.examples("proposal"))
                .hasSize(11)
                .allSatisfy(example -> contract.check("proposal", example));
    }

    @Test
    void refusesAnEventThatDoesNotFit() {
        EventContract contract = EventContract.of(CONTRACT);
        String example = contract.examples("proposal").getFirst();
        assertThatThrownBy(() -> contract.check("proposal", example.replace("\"version\"", "\"edition\"")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> contract.check("proposal", example.replace("\"item\": 0", "\"item\": -1")))
                .isInstanceOf(AssertionError.class);
    }

    /** Each example is an event that is described. */
    @Test
    void describesEveryEventThatItShows() throws IOException {
        String described = Files.readString(CONTRACT.resolve("asyncapi.yaml"));
        try (Stream<Path> examples = Files.list(CONTRACT.resolve("events/examples"))) {
            assertThat(examples.map(file -> file.getFileName().toString().replace(".json", ".v1")))
                    .allSatisfy(event -> assertThat(described).contains("name: org.duijie." + event));
        }
    }

    @Test
    void describesEveryTopicThatItReadsOrWrites() throws IOException {
        String described = Files.readString(CONTRACT.resolve("asyncapi.yaml"));

        assertThat(topics.split(",", -1)).hasSize(7).allSatisfy(topic -> assertThat(described)
                .contains("address: " + topic));
        assertThat(described).contains("address: duijie.deliveries.{name}");
    }
}
