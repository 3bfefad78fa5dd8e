package org.duijie.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.sample.http.Credentials;

/**
 * An issuer, and a gateway that keeps organizations, offers and needs in memory and takes files of needs at once. It can be told to answer 503 now and
 * then, half the time after it has done what was asked.
 */
public final class FakeSuite implements AutoCloseable {
    private static final int PAGE = 50;

    private final HttpServer server;
    private final ConcurrentSkipListMap<String, ObjectNode> entities = new ConcurrentSkipListMap<>();
    private final SplittableRandom chance = new SplittableRandom(7);
    private final List<String> grants = new CopyOnWriteArrayList<>();
    private int tokenSeconds = 300;
    private int troublePercent;
    private int lostAnswers;

    public FakeSuite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        entities.put("/publishers/partner", Json.MAPPER.createObjectNode().put("version", 0));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public Credentials credentials() {
        return new Credentials(
                URI.create(address() + "/realms/duijie"),
                Stream.of("leading-group", "hebei", "zhangbei")
                        .map(name -> new Credentials.User(name, "secret of " + name))
                        .toList(),
                List.of(new Credentials.Client("partner", "secret of partner")));
    }

    /** So many requests of a hundred fail from now on. */
    public void trouble(int percent) {
        troublePercent = percent;
    }

    /** How long tokens are good from now on. */
    public void tokenSeconds(int seconds) {
        tokenSeconds = seconds;
    }

    /** The grants for which tokens were given, in their order. */
    public List<String> grants() {
        return grants;
    }

    /** How many requests were carried out but answered with 503. */
    public synchronized int lostAnswers() {
        return lostAnswers;
    }

    /** Everything of a kind: {@code organizations}, {@code offers}, {@code needs} or {@code delegations}. */
    public List<ObjectNode> all(String kind) {
        return entities.entrySet().stream()
                .filter(entity -> entity.getKey().startsWith("/" + kind + "/"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.startsWith("/realms/")) {
                answer(exchange, 200, path.endsWith("/token") ? token(exchange) : discovery());
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            Answered answered;
            synchronized (this) {
                boolean trouble = chance.nextInt(100) < troublePercent;
                boolean lost = trouble && chance.nextBoolean();
                answered = trouble && !lost ? problem(503, "unavailable") : serve(exchange, path, body);
                if (lost) {
                    lostAnswers++;
                    answered = problem(503, "unavailable");
                }
            }
            answer(exchange, answered.status(), answered.body());
        }
    }

    private record Answered(int status, JsonNode body) {}

    private JsonNode discovery() {
        return Json.MAPPER.createObjectNode().put("token_endpoint", address() + "/realms/duijie/token");
    }

    private JsonNode token(HttpExchange exchange) throws IOException {
        Map<String, String> form = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        grants.add("grant_type=%s of %s"
                .formatted(form.get("grant_type"), form.getOrDefault("username", form.getOrDefault("client_id", ""))));
        return Json.MAPPER.createObjectNode().put("access_token", "a token").put("expires_in", tokenSeconds);
    }

    private Answered serve(HttpExchange exchange, String path, byte[] body) throws IOException {
        List<String> segments = List.of(path.substring(1).split("/"));
        String method = exchange.getRequestMethod();
        if (segments.size() == 1) {
            if (method.equals("GET")) {
                return list(segments.getFirst(), query(exchange));
            }
            if (!exchange.getRequestHeaders().containsKey("Idempotency-Key")) {
                return problem(400, "idempotency-key-missing");
            }
            return segments.getFirst().equals("need-imports")
                    ? take(new String(body, StandardCharsets.UTF_8).lines().toList())
                    : create(segments.getFirst(), (ObjectNode) Json.MAPPER.readTree(body));
        }
        ObjectNode entity = Objects.requireNonNull(entities.get("/" + segments.get(0) + "/" + segments.get(1)), path);
        if (method.equals("GET")) {
            return new Answered(200, entity);
        }
        if (!tag(entity).equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            return problem(412, "precondition-failed");
        }
        if (method.equals("PUT")) {
            JsonNode put = Json.MAPPER.readTree(body);
            if (segments.size() == 2) {
                entity.setAll((ObjectNode) put);
            } else {
                entity.set(segments.getLast(), put);
            }
            return new Answered(200, next(entity));
        }
        return verb(entity, segments.getLast(), body);
    }

    private static ObjectNode next(ObjectNode entity) {
        return entity.put("version", entity.path("version").asInt() + 1);
    }

    private static String tag(JsonNode entity) {
        return '"' + entity.path("version").asText() + '"';
    }

    private Answered create(String kind, ObjectNode entity) {
        String unique = Map.of("organizations", "creditCode", "delegations", "principal")
                .getOrDefault(kind, "id");
        if (all(kind).stream().anyMatch(other -> other.path(unique).equals(entity.path(unique)))) {
            return problem(409, "taken");
        }
        BigDecimal value = BigDecimal.ZERO;
        for (JsonNode item : entity.path("items")) {
            value = value.add(new BigDecimal(item.path("value").path("amount").asText()));
        }
        entity.putObject("value").put("amount", value.toPlainString());
        String id = UUID.randomUUID().toString();
        String status = Map.of(
                        "organizations", "REGISTERED", "offers", "OPEN", "needs", "DRAFT", "delegations", "ACTIVE")
                .getOrDefault(kind, "");
        entities.put(
                "/" + kind + "/" + id,
                entity.put("id", id).put("status", status).put("version", 1));
        return new Answered(201, entity);
    }

    /** A file of needs, of which those are made whose references are new. */
    private Answered take(List<String> lines) throws IOException {
        boolean trusted =
                entities.get("/publishers/partner").path("trust").asText().equals("TRUSTED");
        int created = 0;
        for (String text : lines) {
            JsonNode line = Json.MAPPER.readTree(text);
            JsonNode reference = line.path("reference");
            if (all("needs").stream().noneMatch(need -> need.path("reference").equals(reference))) {
                ObjectNode need = (ObjectNode) line.path("need");
                create("needs", need.set("reference", reference));
                need.put("status", trusted ? "PUBLISHED" : "SUBMITTED");
                created++;
            }
        }
        String id = UUID.randomUUID().toString();
        ObjectNode job = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("status", "SUCCEEDED")
                .put("created", created);
        entities.put("/need-imports/" + id, job);
        return new Answered(202, job);
    }

    private static Answered verb(ObjectNode entity, String verb, byte[] body) throws IOException {
        Map<String, String> from = Map.of(
                "verification", "REGISTERED",
                "suspension", "VERIFIED",
                "submission", "DRAFT",
                "review", "SUBMITTED");
        Map<String, String> to = Map.of(
                "verification", "VERIFIED",
                "suspension", "SUSPENDED",
                "submission", "SUBMITTED",
                "review", body.length > 0 && isReturn(body) ? "RETURNED" : "PUBLISHED");
        if (!entity.path("status").asText().equals(from.get(verb))) {
            return problem(409, "not-so");
        }
        return new Answered(200, next(entity).put("status", to.get(verb)));
    }

    private static boolean isReturn(byte[] body) throws IOException {
        return Json.MAPPER.readTree(body).path("decision").asText().equals("RETURN");
    }

    private Answered list(String kind, Map<String, String> query) {
        String after = query.getOrDefault("cursor", "");
        List<ObjectNode> found = all(kind).stream()
                .filter(entity -> entity.path("id").asText().compareTo(after) > 0)
                .filter(entity -> fits(entity, query))
                .limit(PAGE + 1)
                .toList();
        ObjectNode page = Json.MAPPER.createObjectNode();
        found.stream().limit(PAGE).forEach(page.putArray("items")::add);
        if (found.size() > PAGE) {
            page.put("nextCursor", found.get(PAGE - 1).path("id").asText());
        }
        return new Answered(200, page);
    }

    private static boolean fits(ObjectNode entity, Map<String, String> query) {
        Map<String, String> members = Map.of(
                "division", "divisionCode",
                "organization", "organizationId",
                "creditCode", "creditCode",
                "status", "status");
        return members.entrySet().stream()
                .filter(member -> query.containsKey(member.getKey()))
                .allMatch(member -> entity.path(member.getValue()).asText().equals(query.get(member.getKey())));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        return query == null ? Map.of() : fields(query);
    }

    private static Map<String, String> fields(String form) {
        return Stream.of(form.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Answered problem(int status, String name) {
        return new Answered(
                status,
                Json.MAPPER.createObjectNode().put("type", "/problems/" + name).put("title", name));
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        if (body.has("version")) {
            exchange.getResponseHeaders().add("ETag", tag(body));
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** The statuses that entities of this kind have. */
    public Set<String> statuses(String kind) {
        return all(kind).stream().map(entity -> entity.path("status").asText()).collect(Collectors.toSet());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
