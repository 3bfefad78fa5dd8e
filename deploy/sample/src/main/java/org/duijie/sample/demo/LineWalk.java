package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.duijie.sample.http.StreamEvent;
import org.duijie.sample.http.StreamWatch;
import org.duijie.sample.http.StreamWatch.Arrival;

/**
 * The line: a county bureau publishes a need, another office reviews it, matching ranks the offers that fit and says
 * why, the organization that subscribed learns it, and anyone entitled reads it through the gateway. Ends by
 * withdrawing the need, so that the sample is left as it was.
 */
public final class LineWalk {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(100);

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
            JsonNode best = new Rankings(gateway, narrator).show(need);
            Explanations explanations = new Explanations(gateway, narrator);
            explanations.why(need, best);
            explanations.whyNot(need);
            withdraw(zhangbei, need, stream);
        } finally {
            gateway.as("organization-a").see("/subscriptions/" + subscription).delete();
            // Refused where the walk itself came to it; where it broke off, the need must not stay behind.
            zhangbei.see(path(need)).post("withdrawal", Map.of("reason", "演示中断"));
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
        Answer submitted = zhangbei.see(path(need)).post("submission").expect(200);
        Narrator.require(submitted.text("status").equals("SUBMITTED"), "SUBMITTED");
        narrator.seen("已提交 submitted");
        return need;
    }

    private void reviewingOnesOwnIsRefused(Session zhangbei, String need) {
        narrator.step("张北县自审被拒", "Zhangbei may not review its own need");
        Answer refused = zhangbei.see(path(need))
                .post("review", Map.of("decision", "PUBLISH"))
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
                .see(path(need))
                .post("review", Map.of("decision", "PUBLISH"))
                .expect(200);
        long answered = System.nanoTime();
        Narrator.require(published.text("status").equals("PUBLISHED"), "PUBLISHED");
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
        double millis = (arrival.atNanos() - answered) / 1e6;
        narrator.seen(
                millis < 0
                        ? "事件比应答早到 the event came before the answer: %.1f ms".formatted(-millis)
                        : "发布应答到事件 from the answer to the event: %.1f ms".formatted(millis));
        gateway.asThePublic().get(path(need)).expect(200);
        narrator.seen("公众可读 the public reads it");
    }

    private void withdraw(Session zhangbei, String need, StreamWatch stream) {
        narrator.step("张北县撤回演示需求，订阅者收到匹配结束", "Zhangbei withdraws the need; the subscriber learns that the match ended");
        zhangbei.see(path(need)).post("withdrawal", Map.of("reason", "演示结束")).expect(200);
        Arrival arrival = awaitEvent(stream, "MATCH_ENDED", need);
        narrator.seen("事件 event %s #%s：%s"
                .formatted(
                        arrival.event().type(),
                        arrival.event().id(),
                        Narrator.bilingual(arrival.event().data().path("reason"))));
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

    private static String path(String need) {
        return "/needs/" + need;
    }
}
