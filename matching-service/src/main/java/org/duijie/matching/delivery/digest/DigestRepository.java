package org.duijie.matching.delivery.digest;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class DigestRepository implements PanacheRepositoryBase<Digest, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    Optional<Digest> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Digest> all(Optional<UUID> after, int size) {
        return find("id > ?1 order by id", after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    List<Digest> ofOrganizations(Set<String> creditCodes, Optional<UUID> after, int size) {
        return find("organization in ?1 and id > ?2 order by id", creditCodes, after.orElse(BEFORE_ALL))
                .page(Page.ofSize(size))
                .list();
    }

    long countOf(String creditCode) {
        return count("organization", creditCode);
    }

    /** Everything that was told so far is taken as read: mails begin with what is told from now on. */
    void beginNow(UUID digest) {
        getEntityManager().createNativeQuery("""
                insert into digest_place (digest_id, subscription_id, position)
                select d.id, s.id, s.last_number from digest d join subscription s on s.organization = d.organization
                 where d.id = :id
                """).setParameter("id", digest).executeUpdate();
    }
}
