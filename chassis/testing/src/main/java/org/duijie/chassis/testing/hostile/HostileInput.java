package org.duijie.chassis.testing.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.duijie.chassis.testing.openapi.Answer;
import org.duijie.chassis.testing.openapi.ApiOperation;
import org.duijie.chassis.testing.openapi.Call;
import org.duijie.chassis.testing.openapi.Caller;
import org.duijie.chassis.testing.openapi.Fixtures.Fixture;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;

/**
 * Sends hostile input to every operation of a contract. Whatever comes, the service must not fail, must refuse as a
 * problem detail, must give back unchanged what it takes, and must not take what it does not know.
 */
public final class HostileInput {

    private static final JsonMapper JSON = new JsonMapper();

    /** What is longer is cut off by the HTTP layer before anybody sees it; encoded it is three times as long. */
    private static final int LONGEST_PARAMETER = 1_200;

    private static final int ABREAST = 4;
    private static final String TRIAL = "试用之文字";
    private static final int CLIENT_ERROR = 400;

    /** Members that a caller would like to set, besides those that the answers show. */
    private static final Set<String> COVETED = Set.of(
            "id",
            "status",
            "version",
            "tenant",
            "tenantId",
            "owner",
            "createdBy",
            "createdAt",
            "verified",
            "trusted",
            "balance",
            "role",
            "roles",
            "groups",
            "isAdmin",
            "__proto__",
            "constructor",
            "class",
            "@type",
            "$ref",
            "_links");

    private static final List<String> WRONG_TYPES =
            List.of("null", "true", "1", "-1", "1.5", "1e400", "\"\"", "\"x\"", "[]", "[[]]", "{}", "{\"a\":1}");

    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Language",
            "Content-Type",
            "If-Match",
            "If-None-Match",
            "Idempotency-Key",
            "Last-Event-ID",
            "traceparent",
            "X-Forwarded-For",
            "Prefer",
            "Range");

    private final ServiceUnderTest service;
    private final Supplier<?> database;

    /** @param database what the tables hold; two equal values mean that nothing was changed */
    public HostileInput(ServiceUnderTest service, Supplier<?> database) {
        this.service = service;
        this.database = database;
    }

    /**
     * Bodies that are broken or odd as JSON, for those who pass on what they do not read.
     *
     * @param working an object; what is wrong stands in the place of its first member
     */
    public static List<byte[]> bodiesLike(String working) {
        return MalformedJson.of((ObjectNode) read(working)).stream()
                .map(HostileBody::bytes)
                .toList();
    }

    /** Strings that somebody's program once broke over. */
    public static List<String> naughtyStrings() {
        return NaughtyStrings.all();
    }

    /** Bodies that are no JSON, are JSON of an odd kind, or have the wrong type somewhere. */
    public HostileReport bodies() {
        HostileReport report = new HostileReport();
        for (ApiOperation operation : takingJson()) {
            Call call = prepared(operation);
            ObjectNode working = working(call);
            List<HostileBody> bodies = MalformedJson.of(working);
            report.atLeast(bodies.size());
            Object before = database.get();
            for (HostileBody body : bodies) {
                Answer answer = report.took(operation, body, send(operation, call, body.bytes()));
                if (body.refused() && answer.status() < CLIENT_ERROR) {
                    report.fault(operation, body, "taken with " + answer);
                }
                if (answer.succeeded()) {
                    call = prepared(operation);
                    before = database.get();
                }
            }
            if (!before.equals(database.get())) {
                report.fault(operation, "bodies that are refused", "something was changed");
            }
            for (JsonPointer place : JsonPlaces.of(working, value -> true)) {
                for (String type : WRONG_TYPES) {
                    JsonNode body = JsonPlaces.with(working, place, read(type));
                    if (report.took(operation, place + " = " + type, send(operation, call, bytes(body)))
                            .succeeded()) {
                        call = prepared(operation);
                    }
                }
            }
        }
        return report;
    }

    /** Naughty strings in the place of strings: each in a place that takes any text, and each in one of the others. */
    public HostileReport strings() {
        return abreast(takingJson(), this::strings);
    }

    private void strings(ApiOperation operation, HostileReport report) {
        List<String> naughty = NaughtyStrings.all();
        ObjectNode working = working(prepared(operation));
        List<JsonPointer> strict = JsonPlaces.of(working, JsonNode::isTextual);
        List<JsonPointer> free = new ArrayList<>();
        Set<JsonPointer> echoed = new HashSet<>();
        for (JsonPointer place : strict) {
            Answer answer = trial(operation, prepared(operation), place, TRIAL);
            if (answer.succeeded()) {
                free.add(place);
            }
            // Another member may stand in the same place of the answer, such as the reason of something before.
            if (answer.json().at(place).asText().equals(TRIAL)) {
                echoed.add(place);
            }
        }
        strict.removeAll(free);
        report.atLeast(naughty.size());
        Call call = prepared(operation);
        for (int i = 0; i < naughty.size(); i++) {
            String text = naughty.get(i);
            for (List<JsonPointer> places : List.of(free, strict)) {
                if (!places.isEmpty()) {
                    JsonPointer place = places.get(i % places.size());
                    Answer answer = report.took(operation, text, trial(operation, call, place, text));
                    if (echoed.contains(place)) {
                        unchanged(report, operation, place, text, answer);
                    }
                    call = answer.succeeded() ? prepared(operation) : call;
                }
            }
        }
    }

    /** Naughty strings in path, query and headers, for every operation. */
    public HostileReport parameters() {
        return abreast(service.contract().operations(), this::parameters);
    }

    private void parameters(ApiOperation operation, HostileReport report) {
        List<String> naughty = NaughtyStrings.all().stream()
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length < LONGEST_PARAMETER)
                .toList();
        report.atLeast(naughty.size());
        List<String> plain = naughty.stream()
                .filter(text -> text.chars().allMatch(c -> c >= ' ' && c < 0x7F))
                .toList();
        Call call = prepared(operation);
        List<String> path = operation.parameters("path");
        List<String> query = operation.parameters("query");
        for (int i = 0; i < naughty.size() && !(path.isEmpty() && query.isEmpty()); i++) {
            int place = i % (path.size() + query.size());
            String text = naughty.get(i);
            Call hostile = place < path.size()
                    ? call.path(path.get(place), text.isBlank() ? "%20" : text)
                    : call.query(query.get(place - path.size()), text);
            report.took(operation, text, service.wire().send(operation, hostile, token()));
        }
        int turn = 0;
        for (String header : HEADERS) {
            for (int i = turn++; i < plain.size(); i += HEADERS.size()) {
                Call hostile = call.header(header, plain.get(i));
                report.took(
                        operation, header + ": " + plain.get(i), service.wire().send(operation, hostile, token()));
            }
        }
    }

    /** Several operations at a time, each by itself from first to last; not where what a table holds is compared. */
    private static HostileReport abreast(
            List<ApiOperation> operations, BiConsumer<ApiOperation, HostileReport> attack) {
        // Its threads know the class path of the one that makes them.
        try (ExecutorService threads = Executors.newFixedThreadPool(ABREAST)) {
            return operations.stream()
                    .map(operation -> CompletableFuture.supplyAsync(
                            () -> {
                                HostileReport report = new HostileReport();
                                attack.accept(operation, report);
                                return report;
                            },
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .reduce(new HostileReport(), HostileReport::with);
        }
    }

    /** Members that a body must not have: what the service itself decides, and what it has never heard of. */
    public HostileReport covetedMembers() {
        HostileReport report = new HostileReport();
        for (ApiOperation operation : takingJson()) {
            Call call = prepared(operation);
            ObjectNode working = working(call);
            Set<String> coveted = new TreeSet<>(COVETED);
            coveted.addAll(operation.answerMembers());
            coveted.removeAll(operation.bodyMembers());
            report.atLeast(coveted.size());
            Map<String, JsonNode> bodies = new LinkedHashMap<>();
            for (String member : coveted) {
                for (String value : List.of("\"x\"", "1", "null", "{}")) {
                    bodies.put(member + " = " + value, working.deepCopy().set(member, read(value)));
                }
            }
            for (JsonPointer inner : JsonPlaces.of(working, JsonNode::isObject)) {
                ObjectNode more = ((ObjectNode) working.at(inner)).deepCopy().put("coveted", 1);
                bodies.put(inner + "/coveted", JsonPlaces.with(working, inner, more));
            }
            Object before = database.get();
            for (Map.Entry<String, JsonNode> body : bodies.entrySet()) {
                Answer answer = report.took(operation, body.getKey(), send(operation, call, bytes(body.getValue())));
                if (answer.status() != CLIENT_ERROR) {
                    report.fault(operation, body.getKey(), answer);
                    call = prepared(operation);
                    before = database.get();
                }
            }
            if (!before.equals(database.get())) {
                report.fault(operation, "members that it does not take", "something was changed");
            }
        }
        return report;
    }

    /** What was taken comes back as it was sent, at once and when it is read again. */
    private void unchanged(
            HostileReport report, ApiOperation operation, JsonPointer place, String text, Answer answer) {
        JsonNode shown = answer.json().at(place);
        if (answer.succeeded() && shown.isTextual() && !shown.asText().equals(text.strip())) {
            report.fault(operation, text, "came back as " + shown);
        }
        String location = answer.header("Location");
        if (answer.status() == 201 && !location.isEmpty()) {
            Answer again = service.wire()
                    .send(service.wire()
                            .request(location.replaceFirst("^https?://[^/]+", ""))
                            .header("Authorization", "Bearer " + token())
                            .GET()
                            .build());
            JsonNode kept = again.json().at(place);
            if (!again.succeeded() || (kept.isTextual() && !kept.asText().equals(text.strip()))) {
                report.fault(operation, text, "was kept as " + again);
            }
        }
    }

    private List<ApiOperation> takingJson() {
        return service.contract().operations().stream()
                .filter(operation -> prepared(operation).body() != null)
                .filter(operation -> prepared(operation).contentType().matches(".*[/+]json"))
                .toList();
    }

    private Call prepared(ApiOperation operation) {
        Fixture fixture = service.fixtures().of(operation).getFirst();
        return fixture.prepare(leadingGroup());
    }

    private Answer trial(ApiOperation operation, Call call, JsonPointer place, String text) {
        return send(operation, call, bytes(JsonPlaces.with(working(call), place, TextNode.valueOf(text))));
    }

    private Answer send(ApiOperation operation, Call call, byte[] body) {
        return service.wire().send(operation, call, token(), body);
    }

    private Caller leadingGroup() {
        return service.callers().leadingGroup();
    }

    private String token() {
        return Objects.requireNonNull(leadingGroup().token());
    }

    private static ObjectNode working(Call call) {
        return (ObjectNode) read(Objects.requireNonNull(call.body()));
    }

    private static byte[] bytes(JsonNode body) {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(json, impossible);
        }
    }
}
