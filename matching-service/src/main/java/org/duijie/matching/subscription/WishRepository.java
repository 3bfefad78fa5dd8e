package org.duijie.matching.subscription;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.duijie.matching.filter.Filter;

/** What subscriptions ask for, read by the hundred thousand: no entity is made of them. */
@ApplicationScoped
class WishRepository {

    private static final String SELECT =
            "select id, organization, fields::text, divisions::text, modes::text, categories::text, minimum_score_ppm,"
                    + " filter, subject, watched::text from subscription";
    private static final TypeReference<List<String>> CODES = new TypeReference<>() {};
    private static final int PAGE = 1_000;

    private final DataSource database;
    private final ObjectMapper json;

    @Inject
    WishRepository(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Hands over all that is asked for; in a transaction, or the driver would fetch all rows at once. */
    void forEach(Consumer<Asked> wishes) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(SELECT)) {
            read.setFetchSize(PAGE);
            hand(read, wishes);
        } catch (SQLException failed) {
            throw new IllegalStateException("The wishes could not be read", failed);
        }
    }

    /** Hands over those of these subscriptions that are there. */
    void forEach(Collection<UUID> ids, Consumer<Asked> wishes) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(SELECT + " where id = any (?)")) {
            read.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            hand(read, wishes);
        } catch (SQLException failed) {
            throw new IllegalStateException("The wishes could not be read", failed);
        }
    }

    private void hand(PreparedStatement read, Consumer<Asked> wishes) throws SQLException {
        try (ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                wishes.accept(asked(rows));
            }
        }
    }

    private Asked asked(ResultSet rows) throws SQLException {
        UUID id = rows.getObject(1, UUID.class);
        return rows.getString(9).equals(SubscriptionSubject.MATCHES.name())
                ? new Wish(
                        id,
                        rows.getString(2),
                        codes(rows.getString(3)),
                        codes(rows.getString(4)),
                        codes(rows.getString(5)),
                        codes(rows.getString(6)),
                        rows.getInt(7),
                        Filter.parse(rows.getString(8), "filter"))
                : new Watch(id, rows.getString(2), codes(rows.getString(10)));
    }

    private List<String> codes(String column) {
        try {
            return json.readValue(column, CODES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("A subscription's list cannot be read", unreadable);
        }
    }
}
