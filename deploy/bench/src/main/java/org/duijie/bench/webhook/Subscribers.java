package org.duijie.bench.webhook;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Organizations with twenty subscriptions each, and an endpoint for each of these. The endpoints are made through the API;
 * subscriptions and what they are told are written as an evaluation would, for what is measured begins with the event.
 */
final class Subscribers {
    private static final int OF_ONE_ORGANIZATION = 20;
    private static final int CONNECTIONS = 8;

    private static final String SUBSCRIBE = """
            insert into subscription (id, version, organization, name, fields, divisions, modes, categories,
                                      minimum_score_ppm, last_number, wish_version, created_at)
            values (?, 0, ?, '样例', '[]', '[]', '[]', '[]', 1000000, 0, 1, now())
            """;

    private static final String TELL = """
            with moved as (
                update subscription set last_number = last_number + ? where id = any (?) returning id, last_number)
            insert into match_event (subscription_id, number, type, at, need_id, need_title, division_code, offer_id,
                                     offer_title, score_ppm, reason_code, reason_zh, reason_en, cause_type, cause_time)
            select id, last_number - ? + n, 'MATCH_BEGAN', clock_timestamp(), gen_random_uuid(), '张北县小学图书室', '130722',
                   gen_random_uuid(), '图书 5000 册', 731250, 'NEED_CHANGED', '需求已发布，开始匹配。',
                   'The need was published: it matches now.', 'org.duijie.need.published.v1', now()
              from moved, generate_series(1, ?) as n
            """;

    private final Connection database;
    private final List<UUID> subscriptions = new ArrayList<>();

    Subscribers(Connection database) throws SQLException {
        this.database = database;
        try (Statement become = database.createStatement()) {
            become.execute("select set_config('duijie.role', 'SYSTEM', false)");
        }
    }

    /** Those that were made before, by a connection that may be gone. */
    static Subscribers made(Connection database, int count) throws SQLException {
        Subscribers known = new Subscribers(database);
        IntStream.range(0, count).mapToObj(Subscribers::id).forEach(known.subscriptions::add);
        return known;
    }

    private static UUID id(int number) {
        return new UUID(7L << 12, number);
    }

    void make(int count, WebhookTarget receivers, URI service, String token)
            throws SQLException, InterruptedException, ExecutionException {
        try (PreparedStatement insert = database.prepareStatement(SUBSCRIBE)) {
            for (int i = 0; i < count; i++) {
                subscriptions.add(id(i));
                insert.setObject(1, subscriptions.get(i));
                insert.setString(2, organization(i));
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                HttpRequest request = endpoint(i, receivers.url(i), service, token);
                answers.add(threads.submit(() -> client.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode()));
            }
            for (Future<Integer> answer : answers) {
                if (answer.get() != 201) {
                    throw new IllegalStateException("an endpoint was answered " + answer.get());
                }
            }
        }
    }

    private HttpRequest endpoint(int number, String url, URI service, String token) {
        return HttpRequest.newBuilder(service.resolve("/webhook-endpoints"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"organization": "%s", "url": "%s", "subscriptions": ["%s"]}""".formatted(organization(number), url, subscriptions.get(number))))
                .build();
    }

    private static String organization(int number) {
        return "51110102MJ" + String.format("%08d", number / OF_ONE_ORGANIZATION);
    }

    /** Nobody is there any more. */
    void kill(int number) throws SQLException {
        try (PreparedStatement update = database.prepareStatement(
                "update webhook_endpoint set url = 'http://127.0.0.1:9/' where subscriptions = jsonb_build_array(?::text)")) {
            update.setString(1, subscriptions.get(number).toString());
            update.executeUpdate();
        }
    }

    /** Which were told fewer events than this, in no order. */
    List<Integer> toldLessThan(int events) throws SQLException {
        List<Integer> found = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement(
                "select id from subscription where id = any (?) and last_number < ? order by random()")) {
            select.setArray(1, database.createArrayOf("uuid", subscriptions.toArray()));
            select.setInt(2, events);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add((int) row.getObject(1, UUID.class).getLeastSignificantBits());
                }
            }
        }
        return found;
    }

    /** The endpoints for which something waits. */
    List<UUID> endpointsBehind() throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement("""
                        select endpoint_id from webhook_channel where subscription_id = any (?) and position < last_number
                        union select endpoint_id from webhook_message where subscription_id = any (?)
                        """)) {
            select.setArray(1, database.createArrayOf("uuid", subscriptions.toArray()));
            select.setArray(2, database.createArrayOf("uuid", subscriptions.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    /** Tells each of these so many events, in one transaction. */
    void tell(List<Integer> numbers, int each) throws SQLException {
        try (PreparedStatement tell = database.prepareStatement(TELL)) {
            tell.setInt(1, each);
            tell.setArray(
                    2,
                    database.createArrayOf(
                            "uuid", numbers.stream().map(subscriptions::get).toArray()));
            tell.setInt(3, each);
            tell.setInt(4, each);
            tell.executeUpdate();
        }
    }
}
