package org.duijie.matching.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<Policy, Integer> {

    Optional<Policy> inForce(Instant at) {
        return find("inForceFrom <= ?1 order by version desc", at).firstResultOptional();
    }

    List<Policy> after(long version, int size) {
        return find("version > ?1 order by version", version)
                .page(Page.ofSize(size))
                .list();
    }

    int last() {
        return find("order by version desc")
                .firstResultOptional()
                .map(Policy::version)
                .orElse(0);
    }
}
