package org.duijie.matching.delivery.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;

/** The sealed secrets of the endpoints. Runs in the transaction of the command that asks. */
@ApplicationScoped
class WebhookSecretRepository {

    private final EntityManager entities;

    @Inject
    WebhookSecretRepository(EntityManager entities) {
        this.entities = entities;
    }

    void add(UUID id, UUID endpoint, SecretVault.Sealed sealed) {
        entities.createNativeQuery(
                        "insert into webhook_secret (id, endpoint_id, key_id, sealed) values (:id, :endpoint, :key, :sealed)")
                .setParameter("id", id)
                .setParameter("endpoint", endpoint)
                .setParameter("key", sealed.keyId())
                .setParameter("sealed", sealed.bytes())
                .executeUpdate();
    }

    /** The present one signs beside the next for so long; one from before ends now, so that there are two at the most. */
    void endOthers(UUID endpoint, int overlapHours) {
        entities.createNativeQuery(
                        "delete from webhook_secret where endpoint_id = :endpoint and (ends_at is not null or :hours = 0)")
                .setParameter("endpoint", endpoint)
                .setParameter("hours", overlapHours)
                .executeUpdate();
        entities.createNativeQuery(
                        "update webhook_secret set ends_at = now() + make_interval(hours => :hours) where endpoint_id = :endpoint")
                .setParameter("endpoint", endpoint)
                .setParameter("hours", overlapHours)
                .executeUpdate();
    }

    /** Those that have ended are not kept. */
    void forgetEnded() {
        entities.createNativeQuery("delete from webhook_secret where ends_at < now()")
                .executeUpdate();
    }

    /** Seals anew what was sealed with a key that is no longer the current one. */
    void sealAnew(SecretVault vault) {
        for (Object[] row : secrets()) {
            UUID id = (UUID) row[0];
            UUID endpoint = (UUID) row[1];
            SecretVault.Sealed old = new SecretVault.Sealed((String) row[2], (byte[]) row[3]);
            if (vault.isOld(old)) {
                SecretVault.Sealed renewed = vault.seal(endpoint, vault.open(endpoint, old.keyId(), old.bytes()));
                entities.createNativeQuery("update webhook_secret set key_id = :key, sealed = :sealed where id = :id")
                        .setParameter("key", renewed.keyId())
                        .setParameter("sealed", renewed.bytes())
                        .setParameter("id", id)
                        .executeUpdate();
            }
        }
    }

    private List<Object[]> secrets() {
        return entities.createNativeQuery("select id, endpoint_id, key_id, sealed from webhook_secret", Object[].class)
                .getResultList();
    }
}
