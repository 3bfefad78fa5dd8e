package org.duijie.matching.delivery.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Writes what came of a mail. Nothing changes if the claim was lost: somebody else mails it then. */
@Singleton
class DigestOutcomes {

    private static final String ASKED = """
            update digest set code_hash = ?, rests_until = '-infinity', attempt = 0, failing_since = null, last_fault = null,
                              mailed_at = ?
             where id = ? and claim = ? and status = 'UNCONFIRMED'
            """;

    private static final String MAILED = """
            update digest set next_at = case when ? then ? else next_at end, rests_until = '-infinity', attempt = 0,
                              failing_since = null, last_fault = null, mailed_at = coalesce(?, mailed_at)
             where id = ? and claim = ?
            """;

    /** The subscription may be gone meanwhile. */
    private static final String MOVE = """
            insert into digest_place (digest_id, subscription_id, position)
            select ?, id, ? from subscription where id = ? for key share
            on conflict (digest_id, subscription_id) do update set position = excluded.position
            """;

    private static final String NOTICED = "delete from digest_notice where digest_id = ? and notice_id = ?";

    private static final String FAILED = """
            update digest set attempt = attempt + 1, failing_since = coalesce(failing_since, now()), last_fault = ?,
                              rests_until = now() + make_interval(secs => ? / 1000.0),
                              status = case when failing_since < now() - interval '3 days' then 'DISABLED' else status end,
                              version = version + case when failing_since < now() - interval '3 days' then 1 else 0 end
             where id = ? and claim = ?
            """;

    private static final String END = """
            update digest set status = 'DISABLED', version = version + 1, last_fault = ? where id = ? and claim = ?
            """;

    private final DataSource database;

    @Inject
    DigestOutcomes(DataSource database) {
        this.database = database;
    }

    /** It has been sent a code. */
    void asked(ClaimedDigest digest, byte[] codeHash, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(ASKED)) {
            update.setBytes(1, codeHash);
            update.setTimestamp(2, Timestamp.from(now));
            update.setObject(3, digest.id());
            update.setLong(4, digest.claim());
            update.executeUpdate();
        }
    }

    /** All of this was mailed, or there was nothing to mail. Runs in a transaction. */
    void mailed(ClaimedDigest digest, ClaimedDigest.Matter matter, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(MAILED)) {
            update.setBoolean(1, digest.turn());
            update.setTimestamp(2, Timestamp.from(digest.rhythm().after(now)));
            update.setTimestamp(3, matter.isEmpty() ? null : Timestamp.from(now));
            update.setObject(4, digest.id());
            update.setLong(5, digest.claim());
            if (update.executeUpdate() == 1) {
                move(connection, digest, matter.streams());
                noticed(connection, digest, matter.notices());
            }
        }
    }

    private static void move(Connection connection, ClaimedDigest digest, List<ClaimedDigest.Waiting> streams)
            throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            for (ClaimedDigest.Waiting stream : streams) {
                move.setObject(1, digest.id());
                move.setLong(2, stream.last());
                move.setObject(3, stream.subscription());
                move.addBatch();
            }
            move.executeBatch();
        }
    }

    private static void noticed(Connection connection, ClaimedDigest digest, List<ClaimedDigest.Told> notices)
            throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(NOTICED)) {
            for (ClaimedDigest.Told notice : notices) {
                delete.setObject(1, digest.id());
                delete.setObject(2, notice.id());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    /** It is tried again after a while, and no more after three days. */
    void failed(ClaimedDigest digest, String fault, Duration rest) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(FAILED)) {
            update.setString(1, fault);
            update.setLong(2, rest.toMillis());
            update.setObject(3, digest.id());
            update.setLong(4, digest.claim());
            update.executeUpdate();
        }
    }

    /** Nothing more is mailed. */
    void end(ClaimedDigest digest, String why) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(END)) {
            update.setString(1, why);
            update.setObject(2, digest.id());
            update.setLong(3, digest.claim());
            update.executeUpdate();
        }
    }
}
