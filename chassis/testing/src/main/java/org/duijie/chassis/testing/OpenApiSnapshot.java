package org.duijie.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a service serves against what it promised: {@code contract/openapi.yaml}, the examples in
 * it against its schemas, and what a caller may send against limits. After a change that is meant, run
 * the tests with {@code -Dduijie.contract=write} and review the difference.
 */
public final class OpenApiSnapshot {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path PROMISED = Path.of("contract", "openapi.yaml");
    private static final Path SERVED = Path.of("target", "openapi.yaml");

    private OpenApiSnapshot() {}

    /** @throws AssertionError that names the first place which differs; members may stand in any order */
    public static void check() throws IOException {
        String text = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Files.writeString(SERVED, text);
        JsonNode served = YAML.readTree(text);
        if ("write".equals(System.getProperty("duijie.contract")) && !served.equals(promised())) {
            Files.createDirectories(PROMISED.getParent());
            Files.writeString(PROMISED, text);
        }
        ContractExamples.check(text);
        String difference = firstDifference("", promised(), served);
        if (difference != null) {
            throw new AssertionError("The API differs from " + PROMISED + " at " + difference + ", see " + SERVED
                    + "; if that is meant, run with -Dduijie.contract=write and review the difference");
        }
    }

    private static @Nullable JsonNode promised() throws IOException {
        return Files.exists(PROMISED) ? YAML.readTree(PROMISED.toFile()) : null;
    }

    /** @return a JSON pointer, or null where there is none */
    private static @Nullable String firstDifference(String place, @Nullable JsonNode one, @Nullable JsonNode other) {
        if (Objects.equals(one, other)) {
            return null;
        }
        if (one == null || other == null || !one.isContainerNode() || one.getNodeType() != other.getNodeType()) {
            return place.isEmpty() ? "its root" : place;
        }
        if (one.isArray()) {
            for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
                String difference = firstDifference(place + "/" + i, one.get(i), other.get(i));
                if (difference != null) {
                    return difference;
                }
            }
            return null;
        }
        Set<String> names = new TreeSet<>();
        one.fieldNames().forEachRemaining(names::add);
        other.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String escaped = name.replace("~", "~0").replace("/", "~1");
            String difference = firstDifference(place + "/" + escaped, one.get(name), other.get(name));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }
}
