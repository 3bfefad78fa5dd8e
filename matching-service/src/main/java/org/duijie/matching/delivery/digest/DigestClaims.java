package org.duijie.matching.delivery.digest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.text.Text;

/**
 * Which digest is due, who mails it, and what came of it. Claimed for a lease, as webhooks are: whoever is killed loses it,
 * and somebody else mails it. Hours are those of the service's clock, leases those of the database's.
 */
@Singleton
class DigestClaims {

    /** Longer than a mail may take. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    /** The streams of a digest {@code d} that are ahead of what it was mailed. */
    private static final String WAITING = """
            from subscription s left join digest_place p on p.digest_id = d.id and p.subscription_id = s.id
             where s.organization = d.organization
               and (d.subscriptions = '[]' or jsonb_exists(d.subscriptions, s.id::text))
               and (d.platform is null or s.subject <> 'PROJECT')
               and s.last_number > coalesce(p.position, 0)
            """;

    private static final String CLAIM = """
            with due as (
                select d.id, d.status = 'ACTIVE' and d.next_at <= ? as turn
                  from digest d
                 where d.rests_until <= now()
                   and (d.status = 'UNCONFIRMED' and d.code_hash is null
                        or d.status = 'ACTIVE'
                           and (d.next_at <= ? and (d.rhythm <> 'INSTANT' or exists (select %s))
                                or exists (select from digest_notice n where n.digest_id = d.id)))
                 order by d.next_at limit 1 for update skip locked)
            update digest d set claim = d.claim + 1, rests_until = now() + make_interval(secs => ?)
              from due where d.id = due.id
            returning d.id, d.claim, d.organization, d.platform, d.address, d.language, d.rhythm, d.status = 'ACTIVE',
                      due.turn, d.attempt
            """.formatted(WAITING);

    private static final String STREAMS = """
            select w.id, w.name, w.position, w.last_number
              from digest d cross join lateral (
                   select s.id, s.name, coalesce(p.position, 0) as position, s.last_number %s) w
             where d.id = ? order by w.id
            """.formatted(WAITING);

    private final DataSource database;

    @Inject
    DigestClaims(DataSource database) {
        this.database = database;
    }

    /** The one that has been due the longest. */
    Optional<ClaimedDigest> next(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setTimestamp(1, Timestamp.from(now));
            claim.setTimestamp(2, Timestamp.from(now));
            claim.setLong(3, LEASE.toSeconds());
            try (ResultSet row = claim.executeQuery()) {
                return row.next()
                        ? Optional.of(new ClaimedDigest(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                DigestLanguage.valueOf(row.getString(6)).locale(),
                                Rhythm.valueOf(row.getString(7)),
                                row.getBoolean(8),
                                row.getBoolean(9),
                                row.getInt(10)))
                        : Optional.empty();
            }
        }
    }

    /** What there is to mail now. */
    ClaimedDigest.Matter matter(ClaimedDigest digest) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new ClaimedDigest.Matter(
                    digest.turn() ? streams(connection, digest) : List.of(), notices(connection, digest));
        }
    }

    private static List<ClaimedDigest.Waiting> streams(Connection connection, ClaimedDigest digest)
            throws SQLException {
        List<ClaimedDigest.Waiting> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(STREAMS)) {
            select.setObject(1, digest.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ClaimedDigest.Waiting(
                            row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return found;
    }

    private static List<ClaimedDigest.Told> notices(Connection connection, ClaimedDigest digest) throws SQLException {
        List<ClaimedDigest.Told> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("""
                select n.id, n.url, n.zh, n.en, n.at from digest_notice d join webhook_notice n on n.id = d.notice_id
                 where d.digest_id = ? order by n.id
                """)) {
            select.setObject(1, digest.id());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new ClaimedDigest.Told(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            Text.of(row.getString(3), row.getString(4)).in(digest.language()),
                            row.getTimestamp(5).toInstant()));
                }
            }
        }
        return found;
    }
}
