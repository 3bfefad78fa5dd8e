package org.duijie.organization.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.organization.organization.OrganizationMother.aCreditCode;
import static org.duijie.organization.organization.OrganizationSteps.ZHANGJIAKOU;
import static org.duijie.organization.organization.OrganizationSteps.anOrganization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.duijie.chassis.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/** Organizations for those who keep a copy; related parties go with it to those they concern. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class OrganizationFeedApiTest {

    private static final JsonMapper JSON = new JsonMapper();

    private final String code = aCreditCode(ZHANGJIAKOU);

    @Test
    void tellsEveryStepAndRelatedPartiesToThoseTheyConcern() throws IOException {
        String since = export(Caller.PUBLIC, "application/x-ndjson").header("Duijie-Feed-Position");
        String id = anOrganization(code, "SUSPENDED");

        for (Caller caller : List.of(Caller.PUBLIC, Caller.OTHER_ORGANIZATION, Caller.ITSELF, Caller.REGISTRAR)) {
            boolean concerned = caller == Caller.ITSELF || caller == Caller.REGISTRAR;
            List<String> kinds = new ArrayList<>();
            for (JsonNode item : read(caller, "/organizations/feed?limit=1000&since=" + since)
                    .path("items")) {
                if (item.path("organizationId").asText().equals(id)) {
                    kinds.add(item.path("kind").asText());
                    assertThat(item.path("organization").path("status").asText())
                            .isEqualTo("SUSPENDED");
                    assertThat(item.path("organization").has("relatedParties")).isEqualTo(concerned);
                }
            }
            assertThat(kinds).as("for %s", caller).containsExactly("REGISTERED", "VERIFIED", "SUSPENDED");
        }
    }

    @Test
    void exportsAsLinesAndAsATable() throws IOException {
        String id = anOrganization(code, "REGISTERED");

        for (Caller caller : List.of(Caller.PUBLIC, Caller.ITSELF)) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line :
                    export(caller, "application/x-ndjson").asString().lines().toList()) {
                lines.add(JSON.readTree(line));
            }
            assertThat(lines)
                    .filteredOn(line -> line.path("id").asText().equals(id))
                    .singleElement()
                    .satisfies(line -> assertThat(line.has("relatedParties")).isEqualTo(caller == Caller.ITSELF));
            assertThat(lines)
                    .filteredOn(line -> !line.path("creditCode").asText().equals(code))
                    .noneMatch(line -> line.has("relatedParties"));
        }
        String table = export(Caller.ITSELF, "text/csv").asString();
        assertThat(table).startsWith("\uFEFFid,version,status,statusSince");
        assertThat(table.lines().filter(line -> line.startsWith(id)))
                .singleElement()
                .asString()
                .contains(code)
                .contains("53110000500309522J");
    }

    @Test
    void goesOnWithTheFeedFromItsPosition() {
        Response export = export(Caller.PUBLIC, "text/csv");
        assertThat(export.header("Link"))
                .isEqualTo(
                        "</organizations/feed?since=" + export.header("Duijie-Feed-Position") + ">; rel=\"monitor\"");
    }

    private Response export(Caller caller, String form) {
        return caller.calls(code)
                .accept(form)
                .get("/organizations/export")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private JsonNode read(Caller caller, String path) throws IOException {
        return JSON.readTree(
                caller.calls(code).get(path).then().statusCode(200).extract().asString());
    }
}
