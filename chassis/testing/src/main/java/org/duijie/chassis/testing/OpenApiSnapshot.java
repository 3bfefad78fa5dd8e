package org.duijie.chassis.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds what a service serves against what it promised: {@code contract/openapi.yaml}, the examples in
 * it against its schemas, and what a caller may send against limits. After a change that is meant, run
 * the tests with {@code -Dduijie.contract=write} and review the difference.
 */
public final class OpenApiSnapshot {

    private OpenApiSnapshot() {}

    /** @throws AssertionError at the first line that differs */
    public static void check() throws IOException {
        Path promised = Path.of("contract", "openapi.yaml");
        String served = RestAssured.given()
                .accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        if ("write".equals(System.getProperty("duijie.contract"))) {
            Files.createDirectories(promised.getParent());
            Files.writeString(promised, served);
        }
        ContractExamples.check(served);
        if (!Files.readString(promised).equals(served)) {
            throw new AssertionError(
                    "The API differs from " + promised + " at line " + firstDifference(promised, served)
                            + "; if that is meant, run with -Dduijie.contract=write and review the difference");
        }
    }

    private static int firstDifference(Path promised, String served) throws IOException {
        var one = Files.readString(promised).lines().toList();
        var other = served.lines().toList();
        int line = 0;
        while (line < one.size() && line < other.size() && one.get(line).equals(other.get(line))) {
            line++;
        }
        return line + 1;
    }
}
