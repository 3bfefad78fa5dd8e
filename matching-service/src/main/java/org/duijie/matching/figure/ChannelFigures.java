package org.duijie.matching.figure;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Figures for operators, the same for each channel: what waits, how old the oldest is, and what comes of the attempts. What
 * waits is counted in the database when somebody asks, so that every instance tells the same.
 */
@Singleton
public class ChannelFigures {

    private final DataSource database;
    private final MeterRegistry metrics;
    /** Looked up once: the registry's own look-up costs more than the counting. */
    private final Map<Attempts, Counter> attempts = new ConcurrentHashMap<>();

    private final Map<String, Timer> exchanges = new ConcurrentHashMap<>();

    @Inject
    ChannelFigures(DataSource database, MeterRegistry metrics) {
        this.database = database;
        this.metrics = metrics;
    }

    private record Attempts(String channel, String outcome) {}

    /**
     * From now on a channel's backlog is told.
     *
     * @param waiting a query for the number of events that wait
     * @param oldest a query for the age of the oldest of them, in seconds; 0 where nothing waits
     */
    public void watch(String channel, String waiting, String oldest) {
        watch(channel, () -> asked(waiting), () -> asked(oldest));
    }

    /** The same of a channel whose readers are known to this instance alone. */
    public void watch(String channel, Supplier<Number> waiting, Supplier<Number> oldest) {
        Gauge.builder("duijie.delivery.waiting", waiting)
                .description("Events that active receivers have not been sent yet")
                .tag("channel", channel)
                .register(metrics);
        Gauge.builder("duijie.delivery.oldest", oldest)
                .description("Age of the oldest event that an active receiver has not been sent")
                .baseUnit("seconds")
                .tag("channel", channel)
                .register(metrics);
    }

    /** The rate of success is that of DELIVERED to all outcomes. */
    public void attempted(String channel, String outcome, int times) {
        attempts.computeIfAbsent(new Attempts(channel, outcome), this::counter).increment(times);
    }

    /** How long a receiver took to answer. */
    public void took(String channel, Duration time) {
        exchanges.computeIfAbsent(channel, this::timer).record(time);
    }

    private Counter counter(Attempts of) {
        return Counter.builder("duijie.delivery.attempts")
                .description("Attempts to send, by what came of them")
                .tag("channel", of.channel())
                .tag("outcome", of.outcome())
                .register(metrics);
    }

    private Timer timer(String channel) {
        return Timer.builder("duijie.delivery.exchange")
                .description("How long receivers take to answer")
                .tag("channel", channel)
                .register(metrics);
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
