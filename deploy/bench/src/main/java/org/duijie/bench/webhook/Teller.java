package org.duijie.bench.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.duijie.local.Suite;
import org.duijie.sample.http.Patience;

/** Tells subscriptions events until each was told as many as it should be, whatever becomes of the database meanwhile. */
final class Teller {
    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Suite suite;
    private final int subscriptions;
    private final int each;

    Teller(Suite suite, int subscriptions, int each) {
        this.suite = suite;
        this.subscriptions = subscriptions;
        this.each = each;
    }

    void make(WebhookTarget receivers, URI service, String token)
            throws SQLException, InterruptedException, ExecutionException {
        try (Connection database = connect()) {
            new Subscribers(database).make(subscriptions, receivers, service, token);
        }
    }

    /**
     * @param step how many at once; a step is one transaction, and one whose end nobody heard of shows in the counter
     */
    void tellAll(int step) {
        boolean done = false;
        while (!done) {
            try (Connection database = connect()) {
                Subscribers subscribers = Subscribers.made(database, subscriptions);
                List<Integer> behind = subscribers.toldLessThan(each);
                while (!behind.isEmpty()) {
                    for (int i = 0; i < behind.size(); i += AT_ONCE) {
                        subscribers.tell(behind.subList(i, Math.min(i + AT_ONCE, behind.size())), step);
                    }
                    behind = subscribers.toldLessThan(each);
                }
                done = true;
            } catch (SQLException away) {
                Patience.sleep(PAUSE);
            }
        }
    }

    /** All that there is was made and told yesterday, and nothing was said of that day yet. */
    void endDay() throws SQLException {
        try (Connection database = connect()) {
            Subscribers.made(database, subscriptions);
            try (Statement shift = database.createStatement()) {
                shift.execute("delete from subscription_manifest");
                shift.execute("update match_event set at = at - interval '1 day'");
                shift.execute("update subscription set created_at = created_at - interval '1 day'");
            }
        }
    }

    /** As their owners would: pauses and resumes the endpoints for which something waits. Returns how many. */
    int resumeAll(URI service, String token) throws SQLException, IOException, InterruptedException {
        List<UUID> waiting;
        try (Connection database = connect()) {
            waiting = Subscribers.made(database, subscriptions).endpointsBehind();
        }
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (UUID endpoint : waiting) {
                for (String verb : List.of("pause", "resumption")) {
                    client.send(
                            HttpRequest.newBuilder(service.resolve("/webhook-endpoints/" + endpoint + "/" + verb))
                                    .header("Authorization", "Bearer " + token)
                                    .header("If-Match", "*")
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            }
        }
        return waiting.size();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(suite.jdbcUrl("matching"), suite.databaseUser(), suite.databaseUser());
    }
}
