package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was nobody's concern when it was published becomes somebody's by an amendment, and they hear of it and why. */
@ExtendWith(RunningSuite.class)
class AmendedNeedJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aNeedThatBeginsToMatchByAnAmendmentReachesTheSubscriberWithWhatChanged(Gateway gateway) {
        Session bureau = gateway.as("zhangbei");
        Subscriber subscriber = Subscriber.subscribe(gateway);
        String other = publish(gateway, "EMPLOYMENT");
        String wanted = publish(gateway, "EDUCATION");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(subscriber.about(wanted)).isNotEmpty());
        assertThat(subscriber.about(other))
                .as("it was published first, and is in a field that nobody asked for")
                .isEmpty();

        bureau.see("/needs/" + other)
                .post("amendments", Map.of("reason", "归口教育领域（演练）", "patch", Map.of("field", "EDUCATION")))
                .expect(200);

        List<JsonNode> told = await().atMost(SOON).until(() -> subscriber.about(other), events -> !events.isEmpty());
        JsonNode first = told.getFirst();
        assertThat(first.path("type").asText()).isEqualTo("MATCH_BEGAN");
        assertThat(first.path("reason").path("code").asText()).isEqualTo("NEED_CHANGED");
        assertThat(first.path("reason").path("changes")).anySatisfy(change -> {
            assertThat(change.path("member").asText()).isEqualTo("field");
            assertThat(change.path("from").path("zh").asText()).isNotBlank();
            assertThat(change.path("from")).isNotEqualTo(change.path("to"));
        });
        List.of(other, wanted).forEach(need -> bureau.see("/needs/" + need)
                .post("withdrawal", Map.of("reason", "演练结束"))
                .expect(200));
        subscriber.unsubscribe();
    }

    private static String publish(Gateway gateway, String field) {
        Session bureau = gateway.as("zhangbei");
        Map<String, Object> body = new HashMap<>(DemoNeeds.digitalClassroom("130722", "张北县", RunningSuite.today()));
        body.put("field", field);
        String need = bureau.post("/needs", body).expect(201).text("id");
        bureau.see("/needs/" + need).post("submission").expect(200);
        gateway.as("zhangjiakou")
                .see("/needs/" + need)
                .post("review", Map.of("decision", "PUBLISH"))
                .expect(200);
        return need;
    }
}
