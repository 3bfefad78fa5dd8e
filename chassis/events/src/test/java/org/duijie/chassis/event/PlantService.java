package org.duijie.chassis.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** A service as the real ones are, to try outbox and inbox on. */
@ApplicationScoped
public class PlantService {

    record PlantState(UUID id, long version) {}

    sealed interface PlantEvent extends DomainEvent {}

    record Ripened(UUID subject, long version) implements PlantEvent {
        @Override
        public Object state() {
            return new PlantState(subject, version);
        }
    }

    record Grown(UUID subject, long version) implements PlantEvent {
        @Override
        public Object state() {
            return new PlantState(subject, version);
        }
    }

    private final DataSource database;
    private final Outbox outbox;

    @Inject
    public PlantService(DataSource database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** An effect that causes an event itself. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void ripen(UUID id, long version) {
        outbox.add(new Ripened(id, version));
    }

    @Transactional
    public void grow(UUID id, long version, boolean storm) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement upsert = connection.prepareStatement(
                        "insert into plant values (?, ?) on conflict (id) do update set version = excluded.version")) {
            upsert.setObject(1, id);
            upsert.setLong(2, version);
            upsert.executeUpdate();
        }
        outbox.add(new Grown(id, version));
        if (storm) {
            throw new IllegalStateException("storm");
        }
    }
}
