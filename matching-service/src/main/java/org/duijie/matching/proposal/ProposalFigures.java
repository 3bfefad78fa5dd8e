package org.duijie.matching.proposal;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;

/**
 * Figures for operators: how many proposals wait at each stage, and for how long the oldest has. Counted in the database
 * when somebody asks, so that every instance tells the same.
 */
@ApplicationScoped
class ProposalFigures {

    private static final List<Stage> WAITING =
            List.of(Stage.AWAITING_COUNTY, Stage.AWAITING_ORGANIZATION, Stage.AWAITING_RESERVATION, Stage.RESERVED);

    private final DataSource database;
    private final MeterRegistry metrics;
    private final InstantSource clock;

    @Inject
    ProposalFigures(DataSource database, MeterRegistry metrics, InstantSource clock) {
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        for (Stage stage : WAITING) {
            Gauge.builder("duijie.proposals.waiting", () -> figure(stage, "count(*)"))
                    .description("Proposals that wait at a stage")
                    .tag("stage", stage.name())
                    .register(metrics);
            Gauge.builder(
                            "duijie.proposals.oldest",
                            () -> figure(stage, "coalesce(extract(epoch from ?::timestamptz - min(stage_since)), 0)"))
                    .description("How long the oldest of them has waited")
                    .baseUnit("seconds")
                    .tag("stage", stage.name())
                    .register(metrics);
        }
    }

    private double figure(Stage stage, String what) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + what + " from proposal where stage = ?")) {
            int parameter = 1;
            if (what.contains("?")) {
                select.setString(parameter++, clock.instant().toString());
            }
            select.setString(parameter, stage.name());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException unavailable) {
            return Double.NaN;
        }
    }
}
