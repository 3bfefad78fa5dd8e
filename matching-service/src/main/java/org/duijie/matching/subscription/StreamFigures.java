package org.duijie.matching.subscription;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.duijie.matching.figure.ChannelFigures;

/** What operators are told of those who listen at this instance: how much they have not been sent yet, and since when. */
@Singleton
class StreamFigures {

    private static final String CHANNEL = "stream";

    private static final String READERS = """
            from unnest(?::uuid[], ?::bigint[]) as reader (subscription_id, number)
            join subscription s on s.id = reader.subscription_id
            """;

    private static final String WAITING = "select coalesce(sum(s.last_number - reader.number), 0) " + READERS;

    private static final String OLDEST = "select coalesce(extract(epoch from now() - min(m.at)), 0) " + READERS
            + " join match_event m on m.subscription_id = s.id and m.number = reader.number + 1";

    private final DataSource database;
    private final ChannelFigures figures;
    private final Set<MatchFollower> readers = ConcurrentHashMap.newKeySet();

    @Inject
    StreamFigures(DataSource database, ChannelFigures figures) {
        this.database = database;
        this.figures = figures;
    }

    void start(@Observes StartupEvent event) {
        figures.watch(CHANNEL, () -> asked(WAITING), () -> asked(OLDEST));
    }

    void joined(MatchFollower reader) {
        readers.add(reader);
    }

    void left(MatchFollower reader) {
        readers.remove(reader);
    }

    /** So many events were handed to a reader. */
    void sent(int events) {
        figures.attempted(CHANNEL, "DELIVERED", events);
    }

    private double asked(String question) {
        List<MatchFollower> now = List.copyOf(readers);
        if (now.isEmpty()) {
            return 0;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(question)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            now.stream().map(MatchFollower::subscription).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", now.stream().map(MatchFollower::number).toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getDouble(1);
            }
        } catch (SQLException unavailable) {
            return Double.NaN;
        }
    }
}
