package org.duijie.project.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.database.Insert;
import org.duijie.project.need.Actor;
import org.duijie.project.progress.ProgressReport.Quantity;

/** All progress reports; rows are only ever added, under the lock of their project. */
@ApplicationScoped
public class ProgressStore {

    /** A report as it stands. */
    record Kept(int number, ProgressReport report, Instant at, Actor by) {}

    private static final TypeReference<List<Quantity>> QUANTITIES = new TypeReference<>() {};
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};

    private static final Insert REPORTS = new Insert(
            "progress_report",
            List.of(
                    "project_id uuid",
                    "number int",
                    "milestone int",
                    "reached boolean",
                    "summary text",
                    "quantities jsonb",
                    "persons int",
                    "households int",
                    "occurred_on date",
                    "evidence jsonb",
                    "at timestamptz",
                    "reported_by text",
                    "on_behalf_of text",
                    "delegation uuid"));

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    ProgressStore(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Insert.Rows row(UUID project, int number, ProgressReport report, Actor by, Instant at) {
        Insert.Rows rows = REPORTS.rows();
        rows.add(
                project,
                number,
                report.milestone(),
                report.reached(),
                report.summary(),
                write(report.quantities()),
                report.persons(),
                report.households(),
                report.occurredOn(),
                write(report.evidence()),
                at,
                by.id(),
                by.onBehalfOf(),
                by.delegation());
        return rows;
    }

    int next(UUID project) {
        return count(project) + 1;
    }

    private int count(UUID project) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select coalesce(max(number), 0) from progress_report where project_id = ?")) {
            select.setObject(1, project);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress could not be read", failed);
        }
    }

    /** The days that reports speak of, for whoever asks whether anything happened. */
    public List<LocalDate> days(UUID project) {
        return after(project, 0, Integer.MAX_VALUE).stream()
                .map(kept -> kept.report().occurredOn())
                .toList();
    }

    /** Reports after a number, in their order. */
    List<Kept> after(UUID project, long number, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select * from progress_report where project_id = ? and number > ? order by number limit ?")) {
            select.setObject(1, project);
            select.setLong(2, number);
            select.setInt(3, size);
            try (ResultSet rows = select.executeQuery()) {
                List<Kept> kept = new ArrayList<>();
                while (rows.next()) {
                    kept.add(kept(rows));
                }
                return kept;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The progress could not be read", failed);
        }
    }

    private Kept kept(ResultSet row) throws SQLException {
        ProgressReport report = new ProgressReport(
                row.getInt("milestone"),
                row.getBoolean("reached"),
                row.getString("summary"),
                read(row.getString("quantities"), QUANTITIES),
                row.getInt("persons"),
                row.getInt("households"),
                row.getObject("occurred_on", LocalDate.class),
                read(row.getString("evidence"), NAMES));
        return new Kept(
                row.getInt("number"),
                report,
                row.getTimestamp("at").toInstant(),
                new Actor(
                        row.getString("reported_by"),
                        row.getString("on_behalf_of"),
                        row.getObject("delegation", UUID.class)));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
