package org.duijie.project.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.project.evidence.EvidenceStore;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;

/** What can be done with findings. */
@ApplicationScoped
class FindingService {

    private final FindingRepository findings;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final EvidenceStore evidence;
    private final Audit audit;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    FindingService(
            FindingRepository findings,
            ProjectRepository projects,
            ProjectAccess access,
            EvidenceStore evidence,
            Audit audit,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.findings = findings;
        this.projects = projects;
        this.access = access;
        this.evidence = evidence;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    FindingResponse raise(UUID project, FindingRequest request) {
        Project found = projects.get(project);
        access.requireReader(found);
        Finding finding = Finding.raise(
                ids.next(),
                project,
                Finding.Kind.SPOT_CHECK,
                request.text().strip(),
                request.dueOn(),
                access.actor(found.divisionCode()).id(),
                day.today(),
                clock.instant());
        findings.persistAndFlush(finding);
        audit.record(access.act("finding.raised", found, null, finding.status().name()));
        return shown(finding);
    }

    @Transactional
    FindingResponse rectify(UUID project, UUID id, IfMatch ifMatch, FindingRequest.Rectification request) {
        Project found = projects.get(project);
        access.requireParty(found);
        Finding finding = findings.lock(project, id);
        ifMatch.require(finding.version());
        if (!evidence.has(project, request.evidence())) {
            throw FindingProblem.EVIDENCE_MISSING.problem();
        }
        FindingStatus before = finding.status();
        finding.rectify(request.done().strip(), request.evidence(), clock.instant());
        record("finding.rectified", found, before, finding);
        findings.flush();
        return shown(finding);
    }

    @Transactional
    FindingResponse recheck(UUID project, UUID id, IfMatch ifMatch, FindingRequest.Recheck request) {
        Project found = projects.get(project);
        access.requireReader(found);
        Finding finding = findings.lock(project, id);
        ifMatch.require(finding.version());
        FindingStatus before = finding.status();
        finding.recheck(request.passed(), request.remark().strip(), request.dueOn(), day.today(), clock.instant());
        record("finding.rechecked", found, before, finding);
        findings.flush();
        return shown(finding);
    }

    private void record(String action, Project project, FindingStatus before, Finding finding) {
        audit.record(access.act(action, project, before.name(), finding.status().name()));
    }

    private FindingResponse shown(Finding finding) {
        return FindingResponse.of(finding, day.today());
    }
}
