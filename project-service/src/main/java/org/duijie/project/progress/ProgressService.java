package org.duijie.project.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Insert;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.evidence.EvidenceStore;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectEvent;
import org.duijie.project.project.ProjectRepository;

/** Takes progress reports in: the report, the milestone and the event, in one transaction. */
@ApplicationScoped
class ProgressService {

    private final ProgressStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final EvidenceStore evidence;
    private final Audit audit;
    private final Outbox outbox;
    private final DataSource database;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    ProgressService(
            ProgressStore store,
            ProjectRepository projects,
            ProjectAccess access,
            EvidenceStore evidence,
            Audit audit,
            Outbox outbox,
            DataSource database,
            InstantSource clock,
            BusinessDay day) {
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.evidence = evidence;
        this.audit = audit;
        this.outbox = outbox;
        this.database = database;
        this.clock = clock;
        this.day = day;
    }

    /** @return the number of the report */
    @Transactional
    int report(UUID id, ProgressReport report) {
        Project project = projects.lock(id);
        access.requireParty(project);
        report.check(project, day.today());
        if (!evidence.has(id, report.evidence())) {
            throw ProgressProblem.INCOMPLETE.at(
                    "#/evidence", "有的文件没有上传到本项目。", "Some of the files were not handed in for this project.");
        }
        Instant now = clock.instant();
        int number = store.next(id);
        if (report.reached()) {
            project.reach(report.milestone(), report.occurredOn(), now);
            projects.flush();
        }
        List<ProjectEvent> events =
                report.reached() ? List.of(new ProjectEvent(project, ProjectEvent.Kind.PROGRESSED)) : List.of();
        try (Connection connection = database.getConnection()) {
            Insert.send(
                    connection,
                    store.row(id, number, report, access.actor(project), now),
                    outbox.rows(events),
                    audit.row(access.act("progress.reported", project, null, null)));
        } catch (SQLException failed) {
            throw new IllegalStateException("The report could not be written", failed);
        }
        return number;
    }
}
