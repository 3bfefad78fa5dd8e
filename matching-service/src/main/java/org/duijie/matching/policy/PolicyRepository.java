package org.duijie.matching.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<Policy, Integer> {

    Optional<Policy> inForce(Instant at) {
        return find("inForceFrom <= ?1 order by version desc", at).firstResultOptional();
    }
}
