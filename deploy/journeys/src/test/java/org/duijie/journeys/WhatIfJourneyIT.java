package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a change would bring, asked by the three who could make it: a county about its need, an organization about an offer
 * that it has not opened yet, the leading group about weights that have not taken force.
 */
@ExtendWith(RunningSuite.class)
class WhatIfJourneyIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void aCountyLearnsWhatKeepsOffersFromItsNeed(Gateway gateway) {
        Session bureau = gateway.as("zhangbei");
        String need = publish(gateway);

        Answer found = await().atMost(SOON)
                .until(
                        () -> bureau.get("/near-misses?need=" + need + "&limit=5"),
                        answer -> answer.status() == 200 && number(answer, "matches") > 0);

        JsonNode rules = found.expect(200).body().path("rules");
        assertThat(number(found, "looked")).isGreaterThan(number(found, "matches"));
        assertThat(sum(rules, "count")).isEqualTo(number(found, "nearMisses"));
        assertThat(rules)
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.path("changes").size()).isBetween(1, 5));
        assertThat(bureau.get("/near-misses?offer=" + anOffer(gateway)).status())
                .isEqualTo(403);
        bureau.see("/needs/" + need)
                .post("withdrawal", Map.of("reason", "演练结束"))
                .expect(200);
    }

    @Test
    void anOrganizationTriesAnOfferOnThePastBeforeItOpensIt(Gateway gateway) {
        Session organization = gateway.as("organization-a");
        JsonNode open = gateway.asThePublic()
                .get("/offers/" + anOffer(gateway))
                .expect(200)
                .body();
        Map<String, Object> terms = new HashMap<>();
        for (String member : List.of(
                "organizationId",
                "title",
                "items",
                "smallestCommitment",
                "largestCommitment",
                "fields",
                "divisions",
                "modes")) {
            terms.put(member, open.path(member));
        }
        // How much of it is left is told, not asked for.
        open.path("items").forEach(item -> ((ObjectNode) item).remove(List.of("committed", "left")));

        Answer asItIs = organization.post("/back-tests/offers?months=12", terms).expect(200);
        terms.put("fields", List.of("OTHER"));
        Answer ofAnotherField =
                organization.post("/back-tests/offers?months=12", terms).expect(200);

        assertThat(number(asItIs, "needs")).isGreaterThan(100);
        assertThat(number(asItIs, "matched")).isPositive();
        assertThat(sum(asItIs.body().path("months"), "matched")).isEqualTo(number(asItIs, "matched"));
        assertThat(asItIs.body().path("complete").asBoolean())
                .as("the history begins with the suite")
                .isFalse();
        assertThat(number(ofAnotherField, "matched")).isLessThan(number(asItIs, "matched"));
        assertThat(ofAnotherField.body().path("lost").findValuesAsText("criterion"))
                .contains("FIELD_NOT_SERVED");
        Answer wish = organization
                .post(
                        "/back-tests/subscriptions",
                        Map.of("organization", Organizations.at(0).creditCode(), "name", "试"))
                .expect(200);
        assertThat(number(wish, "matched")).isGreaterThanOrEqualTo(number(asItIs, "matched"));
    }

    @Test
    void theLeadingGroupRehearsesWeightsBeforeTheyTakeForce(Gateway gateway) {
        Session group = gateway.as("leading-group");
        Map<String, Object> proposal = Map.of(
                "inForceFrom",
                RunningSuite.today().plusDays(200) + "T00:00:00+08:00",
                "reason",
                "演练：让近处的组织排得更前。",
                "weights",
                List.of(Map.of("factor", "NEARNESS", "weight", 60), Map.of("factor", "COVERAGE", "weight", 40)));
        assertThat(gateway.as("zhangbei").post("/policies", proposal).status()).isEqualTo(403);
        String path = "/policies/"
                + group.post("/policies", proposal)
                        .expect(201)
                        .body()
                        .path("version")
                        .asInt() + "/rehearsal";

        Answer rehearsed = await().atMost(SOON)
                .until(() -> group.get(path), answer -> answer.expect(200, 202).status() == 200);

        JsonNode outcome = rehearsed.body().path("outcome");
        assertThat(outcome.path("needsChanged").asInt()).isPositive();
        assertThat(sum(outcome.path("counties"), "before")).isPositive();
        assertThat(outcome.path("levels")).isNotEmpty();
        JsonNode needs = group.get(path + "/needs?limit=3").expect(200).body().path("items");
        assertThat(needs).hasSize(3);
        assertThat(gateway.asThePublic()
                        .get("/policies/current")
                        .expect(200)
                        .body()
                        .path("version")
                        .asInt())
                .as("nothing has taken force")
                .isEqualTo(1);

        group.see("/attention").post("measurements").expect(202);
        Answer attention = await().atMost(SOON)
                .until(
                        () -> gateway.asThePublic().get("/attention").expect(200),
                        answer -> number(answer, "edition") > 0);
        assertThat(attention.body().path("counties").size()).isGreaterThan(10);
        assertThat(attention.text("gini")).isLessThanOrEqualTo(attention.text("giniWithoutLift"));
    }

    private static String publish(Gateway gateway) {
        Session bureau = gateway.as("zhangbei");
        String need = bureau.post("/needs", DemoNeeds.digitalClassroom("130722", "张北县", RunningSuite.today()))
                .expect(201)
                .text("id");
        bureau.see("/needs/" + need).post("submission").expect(200);
        gateway.as("zhangjiakou")
                .see("/needs/" + need)
                .post("review", Map.of("decision", "PUBLISH"))
                .expect(200);
        return need;
    }

    /** One of organization-a's. */
    private static String anOffer(Gateway gateway) {
        String organization = gateway.asThePublic()
                .get("/organizations?creditCode=" + Organizations.at(0).creditCode())
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        return gateway.asThePublic()
                .get("/offers?limit=1&organization=" + organization)
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    private static int number(Answer answer, String member) {
        return answer.body().path(member).asInt();
    }

    private static int sum(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .mapToInt(item -> item.path(member).asInt())
                .sum();
    }
}
