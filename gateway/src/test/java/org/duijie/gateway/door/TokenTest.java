package org.duijie.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.problem.ProblemDetail;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.Problems;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.chassis.testing.token.TokenTable;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.Test;

/** Nobody gets past the door as somebody by a token that was not issued to be used here. */
@QuarkusTest
@WithTestResource(Suite.class)
class TokenTest {

    @Test
    void answersEveryTrickLikeNoTokenAtAll() {
        try (ServiceStub matching = ServiceStub.of(Service.MATCHING).on("/matches", TokenTest::answer)) {
            TokenTable.Report report = new TokenTable(Wire.to(RestAssured.port), "/matches").run();

            assertThat(report.faults()).isEmpty();
            assertThat(report.tried()).isGreaterThan(100);
            assertThat(matching.received())
                    .as("a token that is no good goes no further")
                    .filteredOn(request -> request.headers().containsKey("authorization"))
                    .hasSize(2);
        }
    }

    /** As a service answers those who bring a token, and the public. */
    private static void answer(HttpServerRequest request) {
        if (request.getHeader("Authorization") != null) {
            request.response().putHeader("Content-Type", "application/json").end("{}");
            return;
        }
        ProblemException refusal = Problems.unauthenticated();
        request.response()
                .setStatusCode(refusal.type().status())
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader("Content-Type", ProblemDetail.MEDIA_TYPE)
                .end(Json.encode(ProblemDetail.of(refusal, Locale.forLanguageTag("zh-CN"), UUID.randomUUID())));
    }
}
