package org.duijie.project.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query about projects. */
@ApplicationScoped
public class ProjectRepository implements PanacheRepositoryBase<Project, UUID> {

    /** @param division code, whole or its first digits; stands for everything under it */
    record Filter(
            @Nullable String division,
            @Nullable String organization,
            @Nullable UUID need,
            @Nullable ProjectStatus status) {}

    /** @throws org.duijie.chassis.problem.ProblemException {@link ProjectProblem#NOT_FOUND} */
    public Project get(UUID id) {
        return findByIdOptional(id).orElseThrow(ProjectProblem.NOT_FOUND::problem);
    }

    /** The same for a change: whoever else wants to change it waits. */
    public Project lock(UUID id) {
        return find(id).orElseThrow(ProjectProblem.NOT_FOUND::problem);
    }

    /** The agreement's project, if there is one by now; locked likewise. */
    public Optional<Project> find(UUID agreement) {
        return findByIdOptional(agreement, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those that this organization carries out and has not done yet. */
    public List<Project> openOf(String creditCode) {
        return list(
                "implementer.creditCode = ?1 and status in ?2 order by id",
                creditCode,
                List.of(ProjectStatus.AGREED, ProjectStatus.RUNNING));
    }

    List<Project> newestFirst(Filter filter, ProjectAccess.Scope scope, Optional<UUID> before, int size) {
        List<String> terms = new ArrayList<>();
        Map<String, Object> values = new HashMap<>();
        if (!scope.everything()) {
            terms.add("(divisionCode in :counties or implementer.creditCode in :organizations or "
                    + within("offices", scope.offices().stream().toList(), values) + ")");
            values.put("counties", scope.counties());
            values.put("organizations", scope.organizations());
        }
        if (filter.division() != null) {
            terms.add(within("division", List.of(filter.division()), values));
        }
        if (filter.organization() != null) {
            terms.add("implementer.creditCode = :organization");
            values.put("organization", filter.organization());
        }
        if (filter.need() != null) {
            terms.add("needId = :need");
            values.put("need", filter.need());
        }
        if (filter.status() != null) {
            terms.add("status = :status");
            values.put("status", filter.status());
        }
        before.ifPresent(id -> {
            terms.add("id < :before");
            values.put("before", id);
        });
        String where = terms.isEmpty() ? "1 = 1" : String.join(" and ", terms);
        return find(where + " order by id desc", values).page(0, size).list();
    }

    /** Codes are read in pairs of digits: 130000 stands for all that begin with 13. */
    private static String within(String name, List<String> codes, Map<String, Object> values) {
        List<String> either = new ArrayList<>(List.of("1 = 0"));
        for (int i = 0; i < codes.size(); i++) {
            either.add("divisionCode like :" + name + i);
            values.put(name + i, codes.get(i).replaceFirst("(00)+$", "") + "%");
        }
        return "(" + String.join(" or ", either) + ")";
    }
}
