package org.duijie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void describesEveryTopicThatItReads() throws IOException {
        String described = Files.readString(CONTRACT.resolve("asyncapi.yaml"));

        assertThat(topics.split(",", -1)).hasSize(4).allSatisfy(topic -> assertThat(described)
                .contains("address: " + topic));
    }
}
