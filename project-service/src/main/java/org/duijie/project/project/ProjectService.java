package org.duijie.project.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedStore;
import org.duijie.project.statistics.Fact;
import org.duijie.project.statistics.Stage;

/** What can be done with a project. Each command is one transaction: load, verb, facts and event. */
@ApplicationScoped
class ProjectService {

    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final Reckoning reckoning;
    private final NeedRepository needs;
    private final NeedStore needStore;
    private final Audit audit;
    private final Outbox outbox;
    private final DataSource database;
    private final InstantSource clock;

    @Inject
    ProjectService(
            ProjectRepository projects,
            ProjectAccess access,
            Reckoning reckoning,
            NeedRepository needs,
            NeedStore needStore,
            Audit audit,
            Outbox outbox,
            DataSource database,
            InstantSource clock) {
        this.projects = projects;
        this.access = access;
        this.reckoning = reckoning;
        this.needs = needs;
        this.needStore = needStore;
        this.audit = audit;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    ProjectResponse start(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, access::requireParty, ProjectEvent.Kind.STARTED, (project, now) -> {
            project.start(now);
            return List.of();
        });
    }

    @Transactional
    ProjectResponse complete(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, access::requireCounty, ProjectEvent.Kind.COMPLETED, (project, now) -> {
            project.complete(now);
            return List.of(new Fact(now, Stage.COMPLETED, project.cell(), 1, project.valueFen()));
        });
    }

    @Transactional
    ProjectResponse dedicateLeftover(UUID id, IfMatch ifMatch, String purpose) {
        return change(id, ifMatch, access::requireCounty, ProjectEvent.Kind.RECORDED, (project, now) -> {
            project.dedicateLeftover(purpose, now);
            return List.of();
        });
    }

    @Transactional
    ProjectResponse close(UUID id, IfMatch ifMatch, ClosingRequest request) {
        return change(id, ifMatch, access::requireOffice, ProjectEvent.Kind.CLOSED, (project, now) -> {
            project.close(reckoning, request.finalDisclosure(), request.disclosedOn(), now);
            return List.of();
        });
    }

    /** What was not received yet is open again at the need, and free again at the offer. */
    @Transactional
    ProjectResponse terminate(UUID id, IfMatch ifMatch, String reason) {
        return change(id, ifMatch, access::requireOffice, ProjectEvent.Kind.RELEASED, (project, now) -> {
            project.terminate(reckoning, reason, now);
            release(project, reason, now);
            return List.of(new Fact(now, Stage.AGREED, project.cell(), -1, -project.valueFen()));
        });
    }

    private void release(Project project, String reason, Instant now) {
        Need need = needs.lock(project.needId()).orElseThrow();
        need.release(project.released(), reason, now);
        needStore.store(List.of(), List.of(need));
    }

    @FunctionalInterface
    private interface Verb {
        /** @return what statistics have to count */
        List<Fact> on(Project project, Instant now);
    }

    private ProjectResponse change(
            UUID id, IfMatch ifMatch, Consumer<Project> requireAllowed, ProjectEvent.Kind kind, Verb verb) {
        Project project = projects.lock(id);
        requireAllowed.accept(project);
        ifMatch.require(project.version());
        ProjectStatus before = project.status();
        List<Fact> facts = verb.on(project, clock.instant());
        projects.flush();
        try (Connection connection = database.getConnection()) {
            ProjectEvent event = new ProjectEvent(project, kind);
            Insert.send(
                    connection,
                    Fact.rows(facts),
                    outbox.rows(List.of(event)),
                    audit.row(access.act(
                            "project." + event.verb(),
                            project,
                            before.name(),
                            project.status().name())));
        } catch (SQLException failed) {
            throw new IllegalStateException("The project's event could not be written", failed);
        }
        return ProjectResponse.of(project);
    }
}
