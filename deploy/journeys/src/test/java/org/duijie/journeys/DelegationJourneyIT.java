package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A bureau lets a platform hand needs in for it, and takes that back. The delegation is kept by one service and obeyed by
 * another, which learns of it by event.
 */
@ExtendWith(RunningSuite.class)
class DelegationJourneyIT {

    private static final String ZHANGBEI = "130722";
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(20);

    private final String reference = "J" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void lastsFromTheGrantToTheRevocationAndIsNamedInBetween(Gateway gateway) {
        Session bureau = gateway.as("zhangbei");
        Session platform = gateway.as("partner");
        revokeWhatTheSampleGranted(bureau);
        seen(403, () -> put(platform));

        String delegation = grant(bureau);
        Answer made = seen(201, () -> put(platform));
        String need = "/needs/" + made.text("id");
        JsonNode change =
                bureau.get(need + "/changes").expect(200).body().path("items").path(0);
        assertThat(change.path("delegation").asText()).isEqualTo(delegation);
        assertThat(platform.get("/delegations/" + delegation).expect(200).text("status"))
                .isEqualTo("ACTIVE");

        bureau.see("/delegations/" + delegation)
                .post("revocation", Map.of("reason", "演练结束"))
                .expect(200);
        assertThat(seen(403, () -> put(platform)).problem()).isEqualTo("access-forbidden");
        assertThat(bureau.get(need).expect(200).text("status"))
                .as("what was handed in stays")
                .isEqualTo("SUBMITTED");

        bureau.see(need).post("withdrawal", Map.of("reason", "演练结束")).expect(200);
        // As the other journeys know it.
        grant(bureau);
    }

    private static void revokeWhatTheSampleGranted(Session bureau) {
        bureau.get("/delegations?status=ACTIVE&platform=partner&principal=" + ZHANGBEI)
                .expect(200)
                .body()
                .path("items")
                .forEach(found -> bureau.see("/delegations/" + found.path("id").asText())
                        .post("revocation", Map.of("reason", "演练"))
                        .expect(200));
    }

    private static String grant(Session bureau) {
        return bureau.post(
                        "/delegations",
                        Map.of(
                                "principal", Map.of("divisionCode", ZHANGBEI),
                                "platform", "partner",
                                "matters", List.of("NEEDS"),
                                "validUntil", RunningSuite.today().plusMonths(6),
                                "reason", "演练：委托平台代办"))
                .expect(201)
                .text("id");
    }

    private Answer put(Session platform) {
        return platform.put(
                "/needs/references/" + reference,
                Map.of("need", DemoNeeds.digitalClassroom(ZHANGBEI, "张北县", RunningSuite.today())));
    }

    /** Asks until the answer is this one: a delegation takes effect a moment after it is acknowledged. */
    private static Answer seen(int status, Supplier<Answer> attempt) {
        return await().atMost(ON_ITS_WAY).until(attempt::get, answer -> answer.status() == status);
    }
}
