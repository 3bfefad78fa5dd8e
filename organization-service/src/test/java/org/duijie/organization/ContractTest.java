package org.duijie.organization;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this service promises in {@code contract/}. That real events keep it is shown where they are made. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ContractTest {

    private static final Path CONTRACT = Path.of("contract");

    @Test
    void servesTheApiThatItPromises() throws IOException {
        OpenApiSnapshot.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "offer", "reservation", "delegation"})
    void showsExamplesThatFitTheSchema(String aggregate) {
        EventContract contract = EventContract.of(CONTRACT);
        assertThat(contract.examples(aggregate)).allSatisfy(example -> contract.check(aggregate, example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "offer", "reservation", "delegation"})
    void refusesAnEventThatDoesNotFit(String aggregate) {
        EventContract contract = EventContract.of(CONTRACT);
        String example = contract.examples(aggregate).getFirst();
        assertThatThrownBy(() -> contract.check(aggregate, example.replace("\"version\"", "\"edition\"")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(
                        () -> contract.check(aggregate, example.replaceFirst("\"status\": \"\\w+\"", "\"status\": 1")))
                .isInstanceOf(AssertionError.class);
    }

    /** Each example is an event that is described, and the other way round. */
    @Test
    void describesEveryEventThatItShows() throws IOException {
        String described = Files.readString(CONTRACT.resolve("asyncapi.yaml"));
        try (Stream<Path> examples = Files.list(CONTRACT.resolve("events/examples"))) {
            assertThat(examples.map(file -> file.getFileName().toString().replace(".json", ".v1")))
                    .hasSize(22)
                    .allSatisfy(event -> assertThat(described).contains("name: org.duijie." + event));
        }
    }
}
