package org.duijie.matching.delivery.digest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.duijie.matching.subscription.OwnedRepository;

@ApplicationScoped
class DigestRepository implements OwnedRepository<Digest> {

    /**
     * Everything that was told so far is taken as read: mails begin with what is told from now on. The lock passes over a
     * subscription that is being ended, and keeps the others until the places refer to them.
     */
    void beginNow(UUID digest) {
        getEntityManager().createNativeQuery("""
                insert into digest_place (digest_id, subscription_id, position)
                select d.id, s.id, s.last_number from digest d join subscription s on s.organization = d.organization
                 where d.id = :id for key share of s
                """).setParameter("id", digest).executeUpdate();
    }
}
