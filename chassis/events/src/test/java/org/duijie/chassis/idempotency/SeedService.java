package org.duijie.chassis.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Counts effects. */
@ApplicationScoped
public class SeedService {

    private final DataSource database;

    @Inject
    public SeedService(DataSource database) {
        this.database = database;
    }

    @Transactional
    UUID sow(UUID plant) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into growth (plant_id, version) select ?, count(*) from growth where plant_id = ?")) {
            insert.setObject(1, plant);
            insert.setObject(2, plant);
            insert.executeUpdate();
            return UUID.randomUUID();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    int effects(UUID plant) {
        return count("select count(*) from growth where plant_id = '" + plant + "'");
    }

    int count(String sql) {
        try (Connection connection = database.getConnection();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
