package org.duijie.matching.delivery.sending;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Figures for operators: what waits, how old the oldest is, and what comes of the attempts. */
@Singleton
class DeliveryFigures {

    private static final String CHANNEL = "webhook";

    private static final String WAITING = """
            select coalesce(sum(c.last_number - c.position), 0) from webhook_channel c
              join webhook_endpoint e on e.id = c.endpoint_id where e.status = 'ACTIVE' and c.last_number > c.position
            """;

    private static final String OLDEST = """
            select coalesce(extract(epoch from now() - min(m.at)), 0) from webhook_channel c
              join webhook_endpoint e on e.id = c.endpoint_id
              join match_event m on m.subscription_id = c.subscription_id and m.number = c.position + 1
             where e.status = 'ACTIVE' and c.last_number > c.position
            """;

    private final DataSource database;
    private final MeterRegistry metrics;

    @Inject
    DeliveryFigures(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("duijie.delivery.waiting", () -> asked(WAITING))
                .description("Events that active receivers have not been sent yet")
                .tag("channel", CHANNEL)
                .register(metrics);
        Gauge.builder("duijie.delivery.oldest", () -> asked(OLDEST))
                .description("Age of the oldest event that an active receiver has not been sent")
                .baseUnit("seconds")
                .tag("channel", CHANNEL)
                .register(metrics);
    }

    /** The rate of success is that of DELIVERED to all outcomes. */
    void attempted(Attempt attempt) {
        Counter.builder("duijie.delivery.attempts")
                .description("Attempts to send, by what came of them")
                .tag("channel", CHANNEL)
                .tag("outcome", attempt.outcome().name())
                .register(metrics)
                .increment();
        Timer.builder("duijie.delivery.exchange")
                .description("How long receivers take to answer")
                .tag("channel", CHANNEL)
                .register(metrics)
                .record(attempt.took());
    }

    private double asked(String question) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getDouble(1);
        } catch (SQLException unavailable) {
            return Double.NaN;
        }
    }
}
