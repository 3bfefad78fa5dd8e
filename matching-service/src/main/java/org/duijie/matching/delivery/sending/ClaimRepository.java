package org.duijie.matching.delivery.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.matching.delivery.endpoint.SecretVault;

/**
 * What is due, and who takes it. Everything is claimed with one statement for a lease: whoever is killed loses it, and
 * somebody else takes it up. Time is the database's, so that instances whose clocks differ agree.
 */
@Singleton
class ClaimRepository {

    private static final int ADVANCES = 5_000;
    private static final TypeReference<Set<String>> TYPES = new TypeReference<>() {};

    /**
     * The rows are locked in one order, here and where outcomes are recorded. Whether the endpoint is sent to at all is
     * looked at when the channel is claimed. A channel that is not there yet is that of a subscription younger than its
     * endpoint, which wants all: others were made with the endpoint. Nobody waits for the disk here: what a crash undoes
     * is found again as it was.
     */
    private static final String ADVANCE = """
            with lax as materialized (select set_config('synchronous_commit', 'off', true)),
            gone as (
                delete from stream_advance where id in (
                    select id from stream_advance cross join lax order by id limit ? for update of stream_advance skip locked)
                returning subscription_id, number),
            told as materialized (
                select subscription_id, max(number) as number from gone group by subscription_id),
            known as (
                select c.endpoint_id, c.subscription_id, told.number
                  from told join webhook_channel c using (subscription_id)
                 order by c.endpoint_id, c.subscription_id for update of c),
            moved as (
                update webhook_channel c
                   set last_number = greatest(c.last_number, known.number),
                       next_attempt_at = case when c.next_attempt_at = 'infinity' then now() else c.next_attempt_at end
                  from known
                 where c.endpoint_id = known.endpoint_id and c.subscription_id = known.subscription_id),
            begun as (
                insert into webhook_channel as c
                       (endpoint_id, subscription_id, organization, position, last_number, next_attempt_at)
                select e.id, s.id, s.organization, 0, told.number, now()
                  from told
                  join subscription s on s.id = told.subscription_id
                  join webhook_endpoint e on e.organization = s.organization and e.subscriptions = '[]'
                   and (e.platform is null or s.subject <> 'PROJECT')
                 where not exists (select from webhook_channel had
                                    where had.endpoint_id = e.id and had.subscription_id = s.id)
                 order by e.id, s.id for key share of e, s
                on conflict (endpoint_id, subscription_id) do update
                   set last_number = greatest(c.last_number, excluded.last_number),
                       next_attempt_at = case when c.next_attempt_at = 'infinity' then now() else c.next_attempt_at end)
            select count(*) from gone
            """;

    /** One of each tenant, then the second of each, and so on: who has much to send waits behind who has little. */
    private static final String TURNS = """
            select endpoint_id, subscription_id
              from (select endpoint_id, subscription_id, next_attempt_at,
                           row_number() over (partition by organization collate "C" order by next_attempt_at) as turn
                      from webhook_channel
                     where slow = ? and next_attempt_at <= now() and leased_until <= now()
                       and not endpoint_id = any (?)) due
             order by turn, next_attempt_at limit ?
            """;

    private static final String CLAIM_CHANNELS = """
            with due as (
                select c.endpoint_id, c.subscription_id
                  from unnest(?::uuid[], ?::uuid[]) as k (endpoint_id, subscription_id)
                  join webhook_channel c using (endpoint_id, subscription_id)
                 where c.slow = ? and c.next_attempt_at <= now() and c.leased_until <= now()
                 order by c.endpoint_id, c.subscription_id for update of c skip locked)
            update webhook_channel c set claim = c.claim + 1, leased_until = now() + make_interval(secs => ?)
              from due, webhook_endpoint e
             where c.endpoint_id = due.endpoint_id and c.subscription_id = due.subscription_id and e.id = c.endpoint_id
            returning e.id, e.organization, e.platform, e.url, e.status = 'ACTIVE', e.types, e.hold_minutes,
                      coalesce(extract(epoch from e.held_until - now()), 0),
                      c.subscription_id, c.claim, c.position, c.attempt,
                      coalesce(extract(epoch from now() - c.failing_since), 0), c.slow
            """;

    private static final String CLAIM_MESSAGES = """
            with due as (
                select id from webhook_message where next_attempt_at <= now() and not endpoint_id = any (?)
                 order by next_attempt_at limit ? for update skip locked)
            update webhook_message m set claim = m.claim + 1, next_attempt_at = now() + make_interval(secs => ?)
              from due, webhook_endpoint e
             where m.id = due.id and e.id = m.endpoint_id
            returning e.id, e.organization, e.platform, e.url, e.status = 'ACTIVE', e.types, e.hold_minutes,
                      coalesce(extract(epoch from e.held_until - now()), 0),
                      m.id, m.claim, m.kind, m.subscription_id, m.number, m.day, m.notice_id, m.attempt
            """;

    private static final String TARGET = """
            select e.id, e.organization, e.platform, e.url, e.status = 'ACTIVE', e.types, e.hold_minutes,
                   coalesce(extract(epoch from e.held_until - now()), 0)
              from webhook_endpoint e where e.id = ?
            """;

    /** The newest first: a receiver that knows both finds its own at once. */
    private static final String SECRETS = """
            select endpoint_id, key_id, sealed from webhook_secret
             where endpoint_id = any (?) and (ends_at is null or ends_at > now()) order by id desc
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final SecretVault vault;

    @Inject
    ClaimRepository(DataSource database, ObjectMapper json, SecretVault vault) {
        this.database = database;
        this.json = json;
        this.vault = vault;
    }

    /** Takes notice of what was told since. Returns how much there was. */
    int takeAdvances() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            advance.setInt(1, ADVANCES);
            try (ResultSet row = advance.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /**
     * The channels that are due, in their turn.
     *
     * @param slow which lane
     * @param busy endpoints that have as much under way as they may
     */
    List<ChannelKey> turns(boolean slow, Collection<UUID> busy, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TURNS)) {
            select.setBoolean(1, slow);
            select.setArray(2, connection.createArrayOf("uuid", busy.toArray()));
            select.setInt(3, most);
            List<ChannelKey> due = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    due.add(new ChannelKey(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                }
            }
            return due;
        }
    }

    /** Claims those of these that are due in the lane, and that nobody else is about to claim. */
    List<ClaimedChannel> claimChannels(boolean slow, List<ChannelKey> due) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM_CHANNELS)) {
            claim.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid", due.stream().map(ChannelKey::endpoint).toArray()));
            claim.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", due.stream().map(ChannelKey::subscription).toArray()));
            claim.setBoolean(3, slow);
            claim.setLong(4, Lease.LENGTH.toSeconds());
            Lease lease = Lease.begin();
            List<ClaimedChannel> claimed = new ArrayList<>();
            Map<UUID, Target> targets = new HashMap<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new ClaimedChannel(
                            target(row, targets),
                            lease,
                            row.getObject(9, UUID.class),
                            row.getLong(10),
                            row.getLong(11),
                            row.getInt(12),
                            seconds(row, 13),
                            row.getBoolean(14)));
                }
            }
            addSigners(connection, targets);
            return claimed;
        }
    }

    List<ClaimedMessage> claimMessages(Collection<UUID> busy, int most) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM_MESSAGES)) {
            claim.setArray(1, connection.createArrayOf("uuid", busy.toArray()));
            claim.setInt(2, most);
            claim.setLong(3, Lease.LENGTH.toSeconds());
            Lease lease = Lease.begin();
            List<ClaimedMessage> claimed = new ArrayList<>();
            Map<UUID, Target> targets = new HashMap<>();
            try (ResultSet row = claim.executeQuery()) {
                while (row.next()) {
                    claimed.add(new ClaimedMessage(
                            row.getObject(9, UUID.class),
                            target(row, targets),
                            lease,
                            row.getLong(10),
                            Kind.valueOf(row.getString(11)),
                            row.getObject(12, UUID.class),
                            row.getObject(13, Long.class),
                            row.getObject(14, LocalDate.class),
                            row.getObject(15, UUID.class),
                            row.getInt(16)));
                }
            }
            addSigners(connection, targets);
            return claimed;
        }
    }

    /** The endpoint as it is, without a claim. */
    Target target(UUID endpoint) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(TARGET)) {
            select.setObject(1, endpoint);
            Map<UUID, Target> targets = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("No endpoint " + endpoint);
                }
                Target found = target(row, targets);
                addSigners(connection, targets);
                return found;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The endpoint could not be read", failed);
        }
    }

    private Target target(ResultSet row, Map<UUID, Target> known) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Target target = known.get(id);
        if (target == null) {
            target = new Target(
                    id,
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getBoolean(5),
                    types(row.getString(6)),
                    Duration.ofMinutes(row.getInt(7)),
                    seconds(row, 8),
                    new ArrayList<>());
            known.put(id, target);
        }
        return target;
    }

    private void addSigners(Connection connection, Map<UUID, Target> targets) throws SQLException {
        if (targets.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(SECRETS)) {
            select.setArray(1, connection.createArrayOf("uuid", targets.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID endpoint = row.getObject(1, UUID.class);
                    Objects.requireNonNull(targets.get(endpoint))
                            .signers()
                            .add(signer(vault.open(endpoint, row.getString(2), row.getBytes(3))));
                }
            }
        }
    }

    private static Webhook signer(byte[] secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException("A secret has 32 bytes", impossible);
        }
    }

    private Set<String> types(String list) {
        if (list.equals("[]")) {
            return Set.of();
        }
        try {
            return json.readValue(list, TYPES);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Types are a list", impossible);
        }
    }

    private static Duration seconds(ResultSet row, int column) throws SQLException {
        return Duration.ofMillis(row.getBigDecimal(column).movePointRight(3).longValue());
    }
}
