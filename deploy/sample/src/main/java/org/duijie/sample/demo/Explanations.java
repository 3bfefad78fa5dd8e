package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.text.Table;

/** Asks why a pair matches, and why others do not. */
final class Explanations {
    private static final int OFFERS_ASKED_ABOUT = 120;
    private static final int WHY_NOTS_SHOWN = 3;

    private final Gateway gateway;
    private final Narrator narrator;

    Explanations(Gateway gateway, Narrator narrator) {
        this.gateway = gateway;
        this.narrator = narrator;
    }

    /** Shows every factor of a match. */
    void why(String need, JsonNode best) {
        narrator.step("为什么匹配", "why it matches");
        String offer = best.path("offer").path("id").asText();
        JsonNode explanation = explanation(need, offer);
        Narrator.require(explanation.path("matches").asBoolean(), "matches: true");
        narrator.seen("%s · %s：得分 score %s"
                .formatted(
                        best.path("organization").path("name").asText(),
                        best.path("offer").path("title").asText(),
                        explanation.path("score").asText()));
        Table table = new Table("因素 factor", ">值 value", ">权重 weight", ">贡献 adds", "理由 reason");
        for (JsonNode factor : explanation.path("factors")) {
            table.row(
                    factor.path("label").path("zh").asText(),
                    factor.path("value").asText("—"),
                    factor.path("weight").asText(),
                    factor.path("contribution").asText(),
                    factor.path("sentence").path("zh").asText());
            table.row(
                    factor.path("label").path("en").asText(),
                    "",
                    "",
                    "",
                    factor.path("sentence").path("en").asText());
        }
        narrator.table(table);
    }

    /** Shows pairs that break different rules, and what would turn them. */
    void whyNot(String need) {
        narrator.step("为什么不匹配，改动多少就能匹配", "why not, and the smallest change that would turn it");
        Map<String, JsonNode> nearMisses = nearMisses(need);
        Narrator.require(
                nearMisses.size() >= WHY_NOTS_SHOWN,
                WHY_NOTS_SHOWN + " different broken rules, but only " + nearMisses.keySet());
        nearMisses.values().stream().limit(WHY_NOTS_SHOWN).forEach(this::tellWhyNot);
    }

    /** For each broken rule the pair that breaks the fewest besides it, those with the fewest first. */
    private Map<String, JsonNode> nearMisses(String need) {
        List<JsonNode> misses = new ArrayList<>();
        JsonNode offers = gateway.asThePublic()
                .get("/offers?limit=" + OFFERS_ASKED_ABOUT)
                .expect(200)
                .body()
                .path("items");
        for (JsonNode offer : offers) {
            JsonNode explanation = explanation(need, offer.path("id").asText());
            if (!explanation.path("matches").asBoolean()) {
                misses.add(explanation);
            }
        }
        misses.sort(Comparator.comparingInt(miss -> miss.path("brokenRules").size()));
        Map<String, JsonNode> byRule = new LinkedHashMap<>();
        for (JsonNode miss : misses) {
            byRule.putIfAbsent(miss.path("brokenRules").path(0).path("rule").asText(), miss);
        }
        return byRule;
    }

    private void tellWhyNot(JsonNode explanation) {
        narrator.seen(explanation.path("organization").path("name").asText() + " · "
                + explanation.path("offer").path("title").asText());
        for (JsonNode broken : explanation.path("brokenRules")) {
            narrator.say("%s：%s".formatted(broken.path("rule").asText(), Narrator.bilingual(broken.path("sentence"))));
            narrator.say("  → " + Narrator.bilingual(broken.path("smallestChange")));
        }
    }

    private JsonNode explanation(String need, String offer) {
        return gateway.as("zhangjiakou")
                .get("/explanations?need=%s&offer=%s".formatted(need, offer))
                .expect(200)
                .body();
    }
}
