package org.duijie.gateway.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.MovableClock;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class ReferenceApiTest {

    private static final JsonObject DOCUMENT = new JsonObject("""
            {"openapi": "3.1.0", "info": {"title": "project-service", "version": "0.7"},
             "paths": {"/needs": {"get": {"operationId": "listNeeds", "responses": {"200": {"description": "好"}}}}}}
            """);

    @Inject
    MovableClock clock;

    private ServiceStub project;

    @BeforeEach
    void startService() {
        project = ServiceStub.of(Service.PROJECT).onJson("/q/openapi", DOCUMENT);
        forgetCopies();
    }

    @AfterEach
    void stopService() {
        project.close();
        forgetCopies();
    }

    @Test
    void mergesWhatTheServicesServeWithItsOwn() {
        given().get("/openapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/json"))
                .body("openapi", startsWith("3.1"))
                .body("info.title", containsString("Duijie"))
                .body("servers[0].url", equalTo("/"))
                .body("servers[0].description", startsWith("production: "))
                .body("paths.'/needs'.get.operationId", equalTo("projectListNeeds"))
                .body("paths.'/needs'.get.responses.'200'.description", equalTo("好"))
                .body("paths.keySet()", hasItems("/health", "/version", "/problems", "/problems/{name}"))
                .body("paths", not(hasKey("/api")));
    }

    @Test
    void publishesItsLimits() {
        given().get("/openapi")
                .then()
                .body("info.description", containsString("| `default` |"))
                .body("info.description", containsString("| " + Suite.REQUESTS_PER_MINUTE + " | 60 s |"));
    }

    @Test
    void saysWhichServicesAreMissing() {
        given().get("/openapi")
                .then()
                .body("info.description", not(containsString("project-service")))
                .body("info.description", containsString("matching-service"));
    }

    @Test
    void keepsTheLastGoodCopyOfAServiceThatIsDown() {
        given().get("/openapi").then().body("paths", hasKey("/needs"));
        project.close();
        forgetCopies();

        given().get("/openapi")
                .then()
                .body("paths", hasKey("/needs"))
                .body("info.description", containsString("project-service"));
        given().get("/version").then().body("parts.find { it.name == 'project-service' }.version", equalTo("0.7"));
    }

    @Test
    void speaksYamlToo() {
        for (String accept : new String[] {"application/yaml", "application/yaml, */*;q=0.1"}) {
            given().accept(accept)
                    .get("/openapi")
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/yaml"))
                    .body(startsWith("openapi: "))
                    .body(containsString("operationId: projectListNeeds"));
        }
        given().get("/openapi.yaml").then().statusCode(200).body(startsWith("openapi: "));
    }

    @Test
    void sparesCallersADocumentTheyHave() {
        String tag = given().get("/openapi").then().extract().header("ETag");

        given().header("If-None-Match", tag).get("/openapi").then().statusCode(304);
    }

    @Test
    void showsTheDocumentWithFilesOfItsOwn() {
        given().accept("text/html")
                .get("/api")
                .then()
                .statusCode(200)
                .body(containsString("/openapi-ui/swagger-ui-bundle.js"))
                .body(not(containsString("https://")));
        for (String file : new String[] {
            "/openapi-ui/swagger-ui-bundle.js",
            "/openapi-ui/swagger-ui.css",
            "/assets/reference.js",
            "/assets/duijie.css",
            "/assets/mark.svg"
        }) {
            given().get(file).then().statusCode(200);
        }
    }

    private void forgetCopies() {
        clock.putForward(Duration.ofMinutes(1));
    }
}
