package org.duijie.project.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.project.eligibility.Eligibility;
import org.duijie.project.eligibility.EligibilityStore;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectRepository;

/**
 * Source control: an organization that may no longer take part raises a finding on each of its projects that is not done,
 * once. That it makes no new agreement is seen to where agreements are made.
 */
@ApplicationScoped
public class SourceControlService {

    /** Time to settle who goes on with it. */
    private static final int DAYS = 30;

    private final EligibilityStore organizations;
    private final ProjectRepository projects;
    private final FindingRepository findings;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    SourceControlService(
            EligibilityStore organizations,
            ProjectRepository projects,
            FindingRepository findings,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.organizations = organizations;
        this.projects = projects;
        this.findings = findings;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    /** Inside the transaction of the inbox. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void take(IncomingEvent event) {
        Eligibility known = organizations.take(event);
        LocalDate today = day.today();
        known.obstacle(today).ifPresent(obstacle -> projects.openOf(known.creditCode())
                .forEach(project -> raise(project, obstacle, today)));
    }

    private void raise(Project project, Text obstacle, LocalDate today) {
        if (!findings.isOpen(project.id(), Finding.Kind.ORGANIZATION_INELIGIBLE)) {
            findings.persist(Finding.raise(
                    ids.next(),
                    project.id(),
                    Finding.Kind.ORGANIZATION_INELIGIBLE,
                    "实施组织" + obstacle.zh() + "。" + obstacle.en() + ".",
                    today.plusDays(DAYS),
                    null,
                    today,
                    clock.instant()));
        }
    }
}
