package org.duijie.chassis.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Figures for operators: what waits for the broker, how old events are when they are taken in, and what could not be
 * read. What is kept in the database is counted there when somebody asks, so that every instance tells the same.
 */
@ApplicationScoped
class EventFigures {

    /** Events that the broker has not acknowledged yet, and for how long the oldest has waited. */
    record Backlog(long events, double oldestSeconds) {}

    private static final String BACKLOG =
            "select count(*), coalesce(extract(epoch from now() - min(created_at)), 0) from outbox";
    private static final Duration[] DELAYS = {
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(10),
        Duration.ofHours(1)
    };

    private final DataSource database;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    @Inject
    EventFigures(DataSource database, MeterRegistry metrics, InstantSource clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) throws SQLException {
        Gauge.builder(
                        "duijie.outbox.unsent",
                        () -> backlog().map(Backlog::events).orElse(null))
                .description("Events that the broker has not acknowledged yet")
                .register(metrics);
        Gauge.builder(
                        "duijie.outbox.lag",
                        () -> backlog().map(Backlog::oldestSeconds).orElse(null))
                .description("Age of the oldest unsent event")
                .baseUnit("seconds")
                .register(metrics);
        try (Connection connection = database.getConnection();
                PreparedStatement topics = connection.prepareStatement("select distinct topic from dead_letter");
                ResultSet rows = topics.executeQuery()) {
            while (rows.next()) {
                unread(rows.getString(1));
            }
        }
    }

    /** Returns nothing while the database cannot be asked. */
    Optional<Backlog> backlog() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(BACKLOG);
                ResultSet row = select.executeQuery()) {
            row.next();
            return Optional.of(new Backlog(row.getLong(1), row.getDouble(2)));
        } catch (SQLException unavailable) {
            return Optional.empty();
        }
    }

    /** An event's effect was committed. */
    void taken(String topic, Instant happened) {
        Duration age = Duration.between(happened, clock.instant());
        Timer.builder("duijie.inbox.delay")
                .description("Age of events when their effect was committed")
                .serviceLevelObjectives(DELAYS)
                .tag("topic", topic)
                .register(metrics)
                .record(age.isNegative() ? Duration.ZERO : age);
    }

    /** Something that came by this topic could not be read: from now on its letters are counted. */
    void unread(String topic) {
        Gauge.builder("duijie.dead.letters", () -> deadLetters(topic))
                .description("Events that could not be read and were not replayed since")
                .tag("topic", topic)
                .register(metrics);
    }

    private double deadLetters(String topic) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from dead_letter where topic = ? and replayed_at is null")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException unavailable) {
            return Double.NaN;
        }
    }
}
