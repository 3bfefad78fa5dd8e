package org.duijie.chassis.event;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Counts every effect; fails a few times when told to. */
@Singleton
public class PlantListener {

    final AtomicInteger failuresToCome = new AtomicInteger();

    /** The trace of each event of a plant, by type. */
    final Map<UUID, Map<String, String>> traces = new ConcurrentHashMap<>();

    private final Inbox inbox;
    private final PlantService plants;
    private final DataSource database;

    @Inject
    public PlantListener(Inbox inbox, PlantService plants, DataSource database) {
        this.plants = plants;
        this.inbox = inbox;
        this.database = database;
    }

    @Incoming("plants")
    @Blocking
    public void on(ConsumerRecords<String, byte[]> batch) {
        inbox.consume(batch, event -> {
            var plant = event.as(PlantService.PlantState.class);
            traces.computeIfAbsent(plant.id(), none -> new ConcurrentHashMap<>())
                    .put(event.type(), String.valueOf(event.traceparent()));
            if (event.type().endsWith(".ripened.v1")) {
                return;
            }
            if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("The database is away for a moment");
            }
            write(plant);
            if (event.traceparent() != null) {
                plants.ripen(plant.id(), event.sequence());
            }
        });
    }

    private void write(PlantService.PlantState plant) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into growth (plant_id, version) values (?, ?)")) {
            insert.setObject(1, plant.id());
            insert.setLong(2, plant.version());
            insert.executeUpdate();
        } catch (SQLException doubled) {
            throw new IllegalStateException(doubled);
        }
    }

    /** The effects that were committed, in their order. */
    List<Long> grown(UUID plant) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select version from growth where plant_id = ? order by ord")) {
            select.setObject(1, plant);
            List<Long> versions = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    versions.add(rows.getLong(1));
                }
            }
            return versions;
        }
    }
}
