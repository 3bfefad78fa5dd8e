package org.duijie.organization.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.duijie.chassis.event.Outbox;
import org.duijie.organization.history.History;

/**
 * Counts for each organization what became of its promises, and tells of it as a part of its state: so matching judges by
 * it under the organization's version.
 */
@ApplicationScoped
public class PromiseService {

    private final OrganizationRepository organizations;
    private final History history;
    private final Outbox outbox;
    private final DataSource database;
    private final InstantSource clock;

    @Inject
    PromiseService(
            OrganizationRepository organizations,
            History history,
            Outbox outbox,
            DataSource database,
            InstantSource clock) {
        this.organizations = organizations;
        this.history = history;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    /** Runs inside the transaction of the inbox. An older state of a project than the newest counts for nothing. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(ProjectOutcome project) {
        String code = project.organization().creditCode();
        organizations.lock(code).ifPresent(organization -> {
            keep(project);
            organization.keep(promises(code), clock.instant());
            organizations.flush();
            List<OrganizationEvent> events = organization.takeEvents();
            outbox.addAll(events);
            history.add(events, null, organization.updatedAt());
        });
    }

    private void keep(ProjectOutcome project) {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement("""
                        insert into project_outcome as known
                            (project_id, version, credit_code, kept, broken, punctual, late, disputed)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (project_id) do update set version = excluded.version, kept = excluded.kept,
                            broken = excluded.broken, punctual = excluded.punctual, late = excluded.late,
                            disputed = excluded.disputed
                        where known.version < excluded.version
                        """)) {
            upsert.setObject(1, project.id());
            upsert.setLong(2, project.version());
            upsert.setString(3, project.organization().creditCode());
            upsert.setBoolean(4, project.kept());
            upsert.setBoolean(5, project.broken());
            upsert.setInt(6, project.punctual());
            upsert.setInt(7, project.late());
            upsert.setBoolean(8, project.disputed());
            upsert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("What became of a project could not be kept", failed);
        }
    }

    private Promises promises(String code) {
        try (Connection connection = database.getConnection();
                PreparedStatement sum = connection.prepareStatement("""
                        select count(*) filter (where kept), count(*) filter (where broken), sum(punctual), sum(late),
                               count(*) filter (where disputed)
                        from project_outcome where credit_code = ?
                        """)) {
            sum.setString(1, code);
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return new Promises(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("What became of promises could not be counted", failed);
        }
    }
}
