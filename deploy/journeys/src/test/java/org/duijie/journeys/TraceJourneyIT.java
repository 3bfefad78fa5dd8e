package org.duijie.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.duijie.local.Suite;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One trace leads from the request that publishes a need, over two services and a broker, to what a subscriber reads. */
@ExtendWith(RunningSuite.class)
class TraceJourneyIT {

    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    private final String trace =
            HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
                    + HexFormat.of().toHexDigits(1L);

    @Test
    void leadsFromThePublishingRequestToTheSubscribersEvent(Suite suite, Gateway gateway) {
        Session bureau = gateway.as("zhangbei");
        String need = bureau.post("/needs", DemoNeeds.digitalClassroom("130722", "张北县", RunningSuite.today()))
                .expect(201)
                .text("id");
        bureau.see("/needs/" + need).post("submission").expect(200);
        Subscriber subscriber = Subscriber.subscribe(gateway);
        try (subscriber) {
            given().baseUri(gateway.address().toString())
                    .auth()
                    .oauth2(suite.token("zhangjiakou"))
                    .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                    .header("If-Match", "*")
                    .contentType(ContentType.JSON)
                    .body(Map.of("decision", "PUBLISH"))
                    .post("/needs/{id}/review", need)
                    .then()
                    .statusCode(200);

            await().atMost(ON_ITS_WAY).untilAsserted(() -> assertThat(subscriber.about(need))
                    .isNotEmpty()
                    .extracting(event -> event.path("cause").path("traceparent").asText())
                    .allMatch(traceparent -> traceparent.startsWith("00-" + trace + "-")));
        }
        subscriber.unsubscribe();
        bureau.see("/needs/" + need)
                .post("withdrawal", Map.of("reason", "演练结束"))
                .expect(200);
    }
}
