package org.duijie.project.supervision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Every query about findings. */
@ApplicationScoped
class FindingRepository implements PanacheRepositoryBase<Finding, UUID> {

    /** @throws org.duijie.chassis.problem.ProblemException {@link FindingProblem#NOT_FOUND} */
    Finding lock(UUID project, UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(finding -> finding.projectId().equals(project))
                .orElseThrow(FindingProblem.NOT_FOUND::problem);
    }

    List<Finding> of(UUID project, Optional<UUID> after, int size) {
        return after.map(id -> find("projectId = ?1 and id > ?2 order by id", project, id))
                .orElseGet(() -> find("projectId = ?1 order by id", project))
                .page(0, size)
                .list();
    }

    boolean isOpen(UUID project, Finding.Kind kind) {
        return count("projectId = ?1 and kind = ?2 and status <> ?3", project, kind, FindingStatus.CLOSED) > 0;
    }
}
