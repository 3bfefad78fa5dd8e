package org.duijie.chassis.feed;

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

/** Tells the changes of a collection in an order in which none is passed by. */
@ApplicationScoped
public class ChangeFeed {

    /** What its operation says of itself. */
    public static final String DESCRIPTION =
            "Begin with nothing, or with the position that an export gave you; then always send nextSince of the answer"
                    + " before. Apply items in their order; an item may come again and does no harm then.";

    /**
     * One change.
     *
     * @param subject id of what was changed
     * @param version the one that it made
     */
    public record Entry(FeedPosition position, UUID subject, long version, String kind, Instant at) {}

    /**
     * The next changes.
     *
     * @param nextSince where the next stretch begins, also when this one is empty
     */
    public record Stretch(List<Entry> entries, String nextSince) {

        /** Of what there are changes, each once. */
        public List<UUID> subjects() {
            return entries.stream().map(Entry::subject).distinct().toList();
        }
    }

    private final DataSource database;

    @Inject
    ChangeFeed(DataSource database) {
        this.database = database;
    }

    /** Up to here every transaction is finished, so nothing can appear before it any more. */
    public FeedPosition horizon() {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return FeedPosition.before(rows.getLong(1));
        } catch (SQLException failed) {
            throw new IllegalStateException("The feed's horizon could not be read", failed);
        }
    }

    /**
     * What comes next.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400 for a request that means nothing, 410 for a position that
     *     was never given here
     */
    public Stretch follow(FeedRequest request, FeedSource source) {
        FeedPosition from = request.since();
        int size = request.limit();
        // Read before the changes: whatever lies before it is finished, and so is visible to the next query.
        FeedPosition horizon = horizon();
        if (from.compareTo(horizon) > 0) {
            // To go on from there would be to miss what lies before it.
            throw FeedProblem.POSITION_UNKNOWN.problem();
        }
        List<Entry> entries = between(from, horizon, source, size);
        FeedPosition reached = entries.size() == size ? entries.getLast().position() : horizon;
        return new Stretch(entries, (reached.compareTo(from) < 0 ? from : reached).toString());
    }

    private List<Entry> between(FeedPosition since, FeedPosition horizon, FeedSource source, int size) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        """
                        select xid::text::bigint as transaction, ord, %1$s as subject, version, kind, at
                        from %2$s
                        where (xid, ord) > (?::text::xid8, ?)
                          and (xid, ord) < (?::text::xid8, ?)
                          and (%3$s)
                        order by xid, ord
                        limit ?
                        """.formatted(source.subject(), source.table(), source.condition()))) {
            int place = 1;
            select.setString(place++, Long.toString(since.transaction()));
            select.setLong(place++, since.order());
            select.setString(place++, Long.toString(horizon.transaction()));
            select.setLong(place++, horizon.order());
            for (Object value : source.values()) {
                select.setObject(
                        place++,
                        value instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : value);
            }
            select.setInt(place, size);
            try (ResultSet rows = select.executeQuery()) {
                List<Entry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(new Entry(
                            new FeedPosition(rows.getLong("transaction"), rows.getLong("ord")),
                            rows.getObject("subject", UUID.class),
                            rows.getLong("version"),
                            rows.getString("kind"),
                            rows.getTimestamp("at").toInstant()));
                }
                return entries;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The feed could not be read", failed);
        }
    }
}
