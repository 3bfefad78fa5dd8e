package org.duijie.project.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** What a side has to say against a flag; it is shown beside the flag, and nothing is taken away. */
@ApplicationScoped
class RiskDisputes {

    /** One objection. */
    record Dispute(RiskRule rule, String reason, Instant at) {}

    private final DataSource database;

    @Inject
    RiskDisputes(DataSource database) {
        this.database = database;
    }

    void add(UUID project, Dispute dispute, String by) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into risk_dispute (project_id, rule, reason, at, disputed_by) values (?, ?, ?, ?::timestamptz, ?)")) {
            insert.setObject(1, project);
            insert.setString(2, dispute.rule().name());
            insert.setString(3, dispute.reason());
            insert.setString(4, dispute.at().toString());
            insert.setString(5, by);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("The objection could not be written", failed);
        }
    }

    List<Dispute> of(UUID project) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select rule, reason, at from risk_dispute where project_id = ? order by at")) {
            select.setObject(1, project);
            try (ResultSet rows = select.executeQuery()) {
                List<Dispute> disputes = new ArrayList<>();
                while (rows.next()) {
                    disputes.add(new Dispute(
                            RiskRule.valueOf(rows.getString(1)),
                            rows.getString(2),
                            rows.getTimestamp(3).toInstant()));
                }
                return disputes;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The objections could not be read", failed);
        }
    }
}
