package org.duijie.matching.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
class PolicyAuthorRepository implements PanacheRepositoryBase<PolicyAuthor, Integer> {

    /** By version, as far as the caller may know: row-level security shows none to most. */
    Map<Integer, String> of(Collection<Integer> versions) {
        return list("version in ?1", versions).stream()
                .collect(Collectors.toMap(PolicyAuthor::version, PolicyAuthor::author));
    }
}
