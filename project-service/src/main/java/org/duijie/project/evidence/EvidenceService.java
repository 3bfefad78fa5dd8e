package org.duijie.project.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;

/** Takes evidence in. */
@ApplicationScoped
class EvidenceService {

    private final EvidenceStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final Audit audit;
    private final InstantSource clock;

    @Inject
    EvidenceService(
            EvidenceStore store, ProjectRepository projects, ProjectAccess access, Audit audit, InstantSource clock) {
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    EvidenceResponse handIn(UUID id, byte[] received, String mediaType, String title) {
        Project project = projects.get(id);
        access.requireParty(project);
        PersonalData.refuse(EvidenceProblem.PERSONAL_DATA, Map.of("?title", title));
        CleanFile file = CleanFile.of(received, mediaType);
        audit.record(access.act("evidence.handed-in", project, null, null));
        String by = access.actor(project.divisionCode()).id();
        return EvidenceResponse.of(store.keep(id, received, file, title, by, clock.instant()));
    }
}
