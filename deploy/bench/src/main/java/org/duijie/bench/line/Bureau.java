package org.duijie.bench.line;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duijie.bench.line.ChangeStream.Change;
import org.duijie.bench.load.OpenLoop.Exchange;
import org.duijie.sample.Json;
import org.duijie.sample.http.Gateway;

/**
 * A trusted bureau that hands its needs in under names of its own: in turns one that is new and published at once, and an
 * amendment of one that was published a while ago, whose nearer deadline raises the score of its match.
 */
final class Bureau {
    private static final String ACCOUNT = "zhangbei";
    private static final String COUNTY = "130722";
    private static final int DAYS_LEFT = 20;
    private static final String PUBLISHED = "org.duijie.need.published.v1";
    private static final String AMENDED = "org.duijie.need.amended.v1";

    /** A change that is on its way. */
    private record Sent(int reference, boolean amends) {}

    private final LocalDate today;
    private final int round;
    private final String token;
    private final Map<Integer, Sent> sent = new ConcurrentHashMap<>();
    private final Queue<Integer> published = new ConcurrentLinkedQueue<>();

    /** @param round sets the names apart from those of other rounds */
    Bureau(LocalDate today, int round, String token) {
        this.today = today;
        this.round = round;
        this.token = token;
    }

    static String account() {
        return ACCOUNT;
    }

    /** Lets it publish without a review, and as much as it likes. */
    static void trust(Gateway gateway) {
        gateway.as("leading-group")
                .see("/publishers/" + COUNTY)
                .replace(Map.of("trust", "TRUSTED", "dailyQuota", 1_000_000, "reason", "测速"))
                .expect(200);
    }

    /** The next request. */
    byte[] request(int number) {
        Integer amended = number % 2 == 0 ? null : published.poll();
        Sent change = amended == null ? new Sent(number, false) : new Sent(amended, true);
        sent.put(number, change);
        Map<String, Object> need = new HashMap<>(BenchNeed.draft(change.reference, COUNTY, today));
        Map<String, Object> body = new HashMap<>(Map.of("need", need));
        if (change.amends) {
            need.put("deadline", today.plusDays(DAYS_LEFT));
            body.put("reason", "提前对接（测速）");
        }
        return put("r%d-%d".formatted(round, change.reference), bytes(body));
    }

    /** Takes an answer in; what was published can be amended from now on. */
    Change answered(Exchange exchange) {
        Sent change = sent.remove(exchange.number());
        if (change == null || exchange.status() != (change.amends ? 200 : 201)) {
            throw new IllegalStateException(
                    "A change was answered %d: %s".formatted(exchange.status(), exchange.body()));
        }
        if (!change.amends) {
            published.add(change.reference);
        }
        return new Change(id(exchange.body()), change.amends ? AMENDED : PUBLISHED);
    }

    private byte[] put(String reference, byte[] body) {
        String head = """
                PUT /needs/references/%s HTTP/1.1
                Host: duijie
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: %d

                """.formatted(reference, token, body.length).replace("\n", "\r\n");
        byte[] bytes = head.getBytes(StandardCharsets.UTF_8);
        byte[] request = Arrays.copyOf(bytes, bytes.length + body.length);
        System.arraycopy(body, 0, request, bytes.length, body.length);
        return request;
    }

    private static byte[] bytes(Map<String, Object> body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String id(String answer) {
        try {
            return Json.MAPPER.readTree(answer).path("id").asText();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("An answer is no JSON", unreadable);
        }
    }
}
