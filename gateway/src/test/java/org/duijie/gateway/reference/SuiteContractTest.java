package org.duijie.gateway.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.duijie.gateway.service.Service;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The promised contracts of all services made one: sound as a whole, and left in {@code target} for outside judges. */
class SuiteContractTest {

    private static final ObjectMapper YAML = new YAMLMapper();
    private static final Path MERGED = Path.of("target", "contract", "openapi.json");
    /** Every service tells its problems to the gateway, which shows them together under its own address. */
    private static final String PROBLEMS = "problems";

    private static final Map<Service, JsonNode> PROMISED = new EnumMap<>(Service.class);
    private static JsonNode merged;

    @BeforeAll
    static void merge() throws IOException {
        OpenApiMerge merge = new OpenApiMerge((ObjectNode) contract("gateway"));
        for (Service service : Service.values()) {
            JsonNode promised = contract(service.slug());
            PROMISED.put(service, promised);
            merge.add(service, promised);
        }
        ObjectNode result = merge.result(
                contract("gateway").path("info").path("description").asText());
        Files.createDirectories(MERGED.getParent());
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(MERGED.toFile(), result);
        merged = result;
    }

    private static JsonNode contract(String module) throws IOException {
        return YAML.readTree(Path.of("..", module, "contract", "openapi.yaml").toFile());
    }

    @Test
    void leadsEveryReferenceSomewhere() {
        assertThat(merged.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        merged.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void namesEachOperationOnce() {
        assertThat(merged.findValuesAsText("operationId")).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void leavesNoOperationBehindTheDoor() {
        PROMISED.forEach((service, promised) -> {
            Set<String> collections = new HashSet<>();
            promised.path("paths").fieldNames().forEachRemaining(path -> collections.add(path.split("/", 3)[1]));
            collections.remove(PROBLEMS);
            collections.removeAll(Service.OF_OPERATORS);
            assertThat(service.collections()).as(service.slug()).containsAll(collections);
        });
    }

    @Test
    void keepsEveryWebhook() {
        PROMISED.values().forEach(promised -> promised.path("webhooks")
                .fieldNames()
                .forEachRemaining(name ->
                        assertThat(merged.path("webhooks").has(name)).as(name).isTrue()));
    }
}
