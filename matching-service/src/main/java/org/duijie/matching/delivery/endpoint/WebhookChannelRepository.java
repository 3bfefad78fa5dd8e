package org.duijie.matching.delivery.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * How far the endpoints have got in their streams, as far as owners say it. Runs in the transaction of the command that
 * asks. Whatever is changed here takes the claim away from a delivery under way, so that it does not undo the change.
 */
@ApplicationScoped
class WebhookChannelRepository {

    /**
     * The endpoint's organization's subscriptions that it covers. A lock on them waits for what is just being told. What a
     * platform made is sent no projects: that it sees the organization's subscriptions says nothing of those.
     */
    private static final String COVERED = """
            select s.id from subscription s join webhook_endpoint e on e.organization = s.organization
             where e.id = :endpoint
               and (e.subscriptions = '[]' or jsonb_exists(e.subscriptions, s.id::text))
               and (e.platform is null or s.subject <> 'PROJECT')
             order by s.id for share of s
            """;

    private final EntityManager entities;

    @Inject
    WebhookChannelRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Begins to send what the endpoint covers from now on, and stops sending what it does not. */
    void cover(UUID endpoint) {
        List<UUID> covered = entities.createNativeQuery(COVERED, UUID.class)
                .setParameter("endpoint", endpoint)
                .getResultList();
        entities.createNativeQuery("""
                delete from webhook_channel c using webhook_endpoint e
                 where e.id = :endpoint and c.endpoint_id = e.id
                   and e.subscriptions <> '[]' and not jsonb_exists(e.subscriptions, c.subscription_id::text)
                """).setParameter("endpoint", endpoint).executeUpdate();
        if (!covered.isEmpty()) {
            entities.createNativeQuery("""
                    insert into webhook_channel (endpoint_id, subscription_id, organization, position, last_number)
                    select :endpoint, id, organization, last_number, last_number from subscription where id in (:covered)
                    on conflict do nothing
                    """)
                    .setParameter("endpoint", endpoint)
                    .setParameter("covered", covered)
                    .executeUpdate();
        }
    }

    /** Nothing is due until it is woken. */
    void rest(UUID endpoint) {
        entities.createNativeQuery("""
                update webhook_channel set next_attempt_at = 'infinity', leased_until = '-infinity', claim = claim + 1
                 where endpoint_id = :id
                """).setParameter("id", endpoint).executeUpdate();
    }

    /** All that waits is due now, with a fresh start. */
    void wake(UUID endpoint) {
        entities.createNativeQuery("""
                update webhook_channel
                   set next_attempt_at = case when last_number > position then now() else 'infinity' end,
                       leased_until = '-infinity', attempt = 0, failing_since = null, slow = false, claim = claim + 1
                 where endpoint_id = :id
                """).setParameter("id", endpoint).executeUpdate();
        entities.createNativeQuery("""
                update webhook_message set next_attempt_at = now(), attempt = 0, since = now(), claim = claim + 1
                 where endpoint_id = :id and not abandoned
                """).setParameter("id", endpoint).executeUpdate();
        forgive(endpoint);
    }

    /** What it failed in so far is no longer counted against it. */
    void forgive(UUID endpoint) {
        entities.createNativeQuery(
                        "update webhook_endpoint set failing_since = null, failures = 0, held_until = null where id = :id")
                .setParameter("id", endpoint)
                .executeUpdate();
    }

    /** Returns the number of the last event; empty if the endpoint does not cover the subscription. */
    OptionalLong last(UUID endpoint, UUID subscription) {
        List<Long> found = entities.createNativeQuery(
                        "select last_number from webhook_channel where endpoint_id = :e and subscription_id = :s",
                        Long.class)
                .setParameter("e", endpoint)
                .setParameter("s", subscription)
                .getResultList();
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.getFirst());
    }

    /** Sends everything from this number on again, in order. */
    void rewind(UUID endpoint, UUID subscription, long number) {
        entities.createNativeQuery("""
                update webhook_channel
                   set position = :position, attempt = 0, failing_since = null, leased_until = '-infinity',
                       claim = claim + 1,
                       next_attempt_at = case when (select status from webhook_endpoint where id = endpoint_id) = 'ACTIVE'
                                              then now() else 'infinity' end
                 where endpoint_id = :e and subscription_id = :s
                """)
                .setParameter("position", number - 1)
                .setParameter("e", endpoint)
                .setParameter("s", subscription)
                .executeUpdate();
    }

    /** Sends one event again, outside the order; nothing where endpoint or subscription are gone meanwhile. */
    void sendAgain(UUID id, UUID endpoint, UUID subscription, long number) {
        entities.createNativeQuery("""
                insert into webhook_message (id, endpoint_id, subscription_id, kind, number, since, next_attempt_at)
                select :id, e.id, s.id, 'EVENT', :number, now(), now()
                  from webhook_endpoint e cross join subscription s
                 where e.id = :e and s.id = :s for key share
                on conflict (endpoint_id, subscription_id, number) where kind = 'EVENT'
                do update set abandoned = false, attempt = 0, since = now(), next_attempt_at = now(),
                              claim = webhook_message.claim + 1
                """)
                .setParameter("id", id)
                .setParameter("e", endpoint)
                .setParameter("s", subscription)
                .setParameter("number", number)
                .executeUpdate();
    }
}
