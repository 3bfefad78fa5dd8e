package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.StreamEvent;
import org.duijie.sample.http.StreamWatch;
import org.duijie.sample.http.StreamWatch.Arrival;
import org.duijie.sample.text.Table;

/**
 * The line: a county bureau publishes a need, another office reviews it, matching ranks the offers that fit and says
 * why, the organization that subscribed learns it, and anyone entitled reads it through the gateway. Ends by
 * withdrawing the need, so that the sample is left as it was.
 */
public final class LineWalk {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int RANKS_SHOWN = 3;
    private static final int REASONS_SHOWN = 2;
    private static final int OFFERS_ASKED_ABOUT = 120;
    private static final int WHY_NOTS_SHOWN = 3;

    /** Other counties whose matches are shown: one of each part of Hebei. */
    private static final List<String> COUNTIES = List.of("130723", "130624", "130630", "130828", "130434", "131122");

    private final Gateway gateway;
    private final LocalDate today;
    private final Narrator narrator;

    public LineWalk(Gateway gateway, LocalDate today, PrintWriter out) {
        this.gateway = gateway;
        this.today = today;
        this.narrator = new Narrator(out);
    }

    /** Walks the whole line, or throws at the first thing that is not seen. */
    public void walk() {
        long began = System.nanoTime();
        Session zhangbei = gateway.as("zhangbei");
        String need = draftAndSubmit(zhangbei);
        reviewingOnesOwnIsRefused(zhangbei, need);
        String subscription = subscribe();
        try (StreamWatch stream =
                new StreamWatch(gateway.as("organization-a"), "/subscriptions/" + subscription + "/events")) {
            publish(need, stream);
            JsonNode best = rank(need);
            explain(need, best);
            explainWhyNot(need);
            withdraw(zhangbei, need, stream);
        } finally {
            gateway.as("organization-a").delete("/subscriptions/" + subscription);
            // Refused where the walk itself came to it; where it broke off, the need must not stay behind.
            zhangbei.post(path(need) + "/withdrawal", Map.of("reason", "演示中断"));
        }
        narrator.step("全程走通", "the whole line was seen");
        narrator.seen("用时 took %.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private String draftAndSubmit(Session zhangbei) {
        narrator.step("张北县起草并提交需求", "Zhangbei county drafts and submits a need");
        Answer draft = zhangbei.post("/needs", DemoNeeds.digitalClassroom("130722", "张北县", today))
                .expect(201);
        String need = draft.text("id");
        narrator.seen("%s（%s）%s".formatted(draft.text("title"), draft.text("status"), need));
        Answer submitted = zhangbei.post(path(need) + "/submission").expect(200);
        require(submitted.text("status").equals("SUBMITTED"), "SUBMITTED");
        narrator.seen("已提交 submitted");
        return need;
    }

    private void reviewingOnesOwnIsRefused(Session zhangbei, String need) {
        narrator.step("张北县自审被拒", "Zhangbei may not review its own need");
        Answer refused = zhangbei.post(path(need) + "/review", Map.of("decision", "PUBLISH"))
                .expect(403);
        narrator.seen(refused.toString());
    }

    private String subscribe() {
        narrator.step("社会组织甲订阅张北县的教育需求", "organization-a subscribes to Zhangbei's needs in education");
        Map<String, Object> wish = Map.of(
                "organization", Organizations.at(0).creditCode(),
                "name", "张北县教育需求（演示）",
                "fields", List.of("EDUCATION"),
                "divisions", List.of("130722"),
                "modes", List.of(),
                "categories", List.of(),
                "minimumScore", "0");
        Answer subscribed =
                gateway.as("organization-a").post("/subscriptions", wish).expect(201);
        narrator.seen(Organizations.at(0).name() + " · " + subscribed.text("id"));
        return subscribed.text("id");
    }

    private void publish(String need, StreamWatch stream) {
        narrator.step("张家口市审核发布，订阅者的事件流收到匹配", "Zhangjiakou publishes; the subscriber's stream tells of the match");
        Answer published = gateway.as("zhangjiakou")
                .post(path(need) + "/review", Map.of("decision", "PUBLISH"))
                .expect(200);
        long answered = System.nanoTime();
        require(published.text("status").equals("PUBLISHED"), "PUBLISHED");
        narrator.seen("已发布 published");
        Arrival arrival = awaitEvent(stream, "MATCH_BEGAN", need);
        JsonNode event = arrival.event().data();
        narrator.seen("事件 event %s #%s：%s ↔ %s，得分 score %s"
                .formatted(
                        arrival.event().type(),
                        arrival.event().id(),
                        event.path("need").path("title").asText(),
                        event.path("offer").path("title").asText(),
                        event.path("score").asText()));
        narrator.seen("发布应答到事件 from the answer to the event: %.1f ms".formatted((arrival.atNanos() - answered) / 1e6));
        gateway.asThePublic().get(path(need)).expect(200);
        narrator.seen("公众可读 the public reads it");
    }

    private JsonNode rank(String need) {
        narrator.step("真实各县需求的匹配排名", "ranked matches of real counties");
        Session province = gateway.as("hebei");
        Table table = new Table("县与需求 county, need", ">名次", "组织 organization", ">得分 score", "主要理由 reasons");
        List<JsonNode> ranked = awaitMatches(province, need);
        addRows(table, ranked);
        for (String county : COUNTIES) {
            JsonNode other = firstPublishedNeed(province, county);
            addRows(table, awaitMatches(province, other.path("id").asText()));
        }
        narrator.table(table);
        return ranked.getFirst();
    }

    private JsonNode firstPublishedNeed(Session session, String county) {
        JsonNode items = session.get("/needs?status=PUBLISHED&limit=1&division=" + county)
                .expect(200)
                .body()
                .path("items");
        require(!items.isEmpty(), "a published need of " + county);
        return items.get(0);
    }

    private List<JsonNode> awaitMatches(Session session, String need) {
        return narrator.await("匹配 matches of " + need, LIMIT, () -> {
            JsonNode items = session.get("/matches?limit=50&need=" + need)
                    .expect(200)
                    .body()
                    .path("items");
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            StreamSupport.stream(items.spliterator(), false).toList());
        });
    }

    /** Each match takes two rows, a reason in each; the county and its need stand once. */
    private static void addRows(Table table, List<JsonNode> ranked) {
        JsonNode need = ranked.getFirst().path("need");
        Iterator<String> place = List.of(
                        need.path("divisionName").asText() + " "
                                + need.path("divisionCode").asText(),
                        need.path("title").asText())
                .iterator();
        for (JsonNode match : ranked.subList(0, Math.min(RANKS_SHOWN, ranked.size()))) {
            List<String> reasons = reasons(match);
            table.row(
                    next(place),
                    match.path("rank").asText(),
                    match.path("organization").path("name").asText(),
                    match.path("score").asText(),
                    reasons.getFirst());
            reasons.stream().skip(1).forEach(reason -> table.row(next(place), "", "", "", reason));
        }
    }

    private static String next(Iterator<String> words) {
        return words.hasNext() ? words.next() : "";
    }

    /** The factors that add most, with what they add. */
    private static List<String> reasons(JsonNode match) {
        return StreamSupport.stream(match.path("factors").spliterator(), false)
                .sorted(Comparator.comparing(LineWalk::contribution).reversed())
                .limit(REASONS_SHOWN)
                .map(factor -> "+%s %s"
                        .formatted(
                                contribution(factor).setScale(3, RoundingMode.HALF_UP),
                                factor.path("sentence").path("zh").asText()))
                .toList();
    }

    private static BigDecimal contribution(JsonNode factor) {
        return new BigDecimal(factor.path("contribution").asText("0"));
    }

    private void explain(String need, JsonNode best) {
        narrator.step("为什么匹配", "why it matches");
        String offer = best.path("offer").path("id").asText();
        JsonNode explanation = explanation(need, offer);
        require(explanation.path("matches").asBoolean(), "matches: true");
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

    private void explainWhyNot(String need) {
        narrator.step("为什么不匹配，改动多少就能匹配", "why not, and the smallest change that would turn it");
        Map<String, JsonNode> nearMisses = nearMisses(need);
        require(
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
            narrator.say("%s：%s".formatted(broken.path("rule").asText(), bilingual(broken.path("sentence"))));
            narrator.say("  → " + bilingual(broken.path("smallestChange")));
        }
    }

    private void withdraw(Session zhangbei, String need, StreamWatch stream) {
        narrator.step("张北县撤回演示需求，订阅者收到匹配结束", "Zhangbei withdraws the need; the subscriber learns that the match ended");
        zhangbei.post(path(need) + "/withdrawal", Map.of("reason", "演示结束")).expect(200);
        Arrival arrival = awaitEvent(stream, "MATCH_ENDED", need);
        narrator.seen("事件 event %s #%s：%s"
                .formatted(
                        arrival.event().type(),
                        arrival.event().id(),
                        bilingual(arrival.event().data().path("reason"))));
    }

    private Arrival awaitEvent(StreamWatch stream, String type, String need) {
        return narrator.await(
                "事件 " + type,
                LIMIT,
                () -> stream.await(event -> event.type().equals(type) && tellsOf(event, need), LOOK));
    }

    private static boolean tellsOf(StreamEvent event, String need) {
        return event.data().path("need").path("id").asText().equals(need);
    }

    private JsonNode explanation(String need, String offer) {
        return gateway.as("zhangjiakou")
                .get("/explanations?need=%s&offer=%s".formatted(need, offer))
                .expect(200)
                .body();
    }

    private static String path(String need) {
        return "/needs/" + need;
    }

    private static String bilingual(JsonNode text) {
        return text.path("zh").asText() + " " + text.path("en").asText();
    }

    private static void require(boolean seen, String what) {
        if (!seen) {
            throw new NotSeenException("未见 not seen: " + what);
        }
    }
}
