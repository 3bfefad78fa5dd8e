package org.duijie.matching.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duijie.chassis.event.IncomingEvent;
import org.duijie.chassis.text.Text;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.OccasionLog;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.reason.ProjectDifferences;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.ProjectState;

/**
 * Keeps what projects have come to, and writes down what of it changed: those who watch a project are told from the log,
 * by whichever instance tells them anything.
 */
@ApplicationScoped
public class ProjectService {

    private static final String PROJECT = "org.duijie.project.";
    private static final String REFUSED = PROJECT + "refused.";
    private static final Text CHANGED = Text.of("有变更", "changed");

    /** By the last but one segment of the event's type. */
    private static final Map<String, Text> VERBS = Map.of(
            "agreed", Text.of("已签约", "was agreed"),
            "started", Text.of("已开始实施", "was started"),
            "recorded", Text.of("账目有更新", "has other figures"),
            "progressed", Text.of("有进展", "progressed"),
            "completed", Text.of("已完成", "was completed"),
            "closed", Text.of("已结项", "was closed"),
            "released", Text.of("已终止", "was terminated"));

    private final ProjectRepository projects;
    private final OccasionLog log;
    private final Event<ProjectKept> kept;

    @Inject
    ProjectService(ProjectRepository projects, OccasionLog log, Event<ProjectKept> kept) {
        this.projects = projects;
        this.log = log;
        this.kept = kept;
    }

    /** Runs inside the transaction of the inbox; of an event that tells no project's state nothing follows. */
    public void take(IncomingEvent event) {
        if (event.type().startsWith(PROJECT) && !event.type().startsWith(REFUSED)) {
            event.as(ProjectMessage.class).state(event.sequence()).ifPresent(project -> keep(project, Cause.of(event)));
        }
    }

    /** An older or equal state changes nothing. */
    private void keep(ProjectState is, Cause cause) {
        ProjectState was = projects.lock(is.id());
        if (was != null && was.version() >= is.version()) {
            return;
        }
        projects.put(is);
        List<Difference> changes = ProjectDifferences.between(was, is);
        if (was == null || !changes.isEmpty()) {
            log.append(List.of(new Occasion(
                    ReasonCode.PROJECT_CHANGED, is.id().toString(), sentence(is, cause, changes), changes, cause)));
            kept.fire(new ProjectKept(is.id()));
        }
    }

    private static Text sentence(ProjectState project, Cause cause, List<Difference> changes) {
        String[] segments = cause.type().split("\\.", -1);
        Text verb = VERBS.getOrDefault(segments[segments.length - 2], CHANGED);
        String zh = changes.stream().map(change -> change.sentence().zh()).collect(Collectors.joining("；"));
        String en = changes.stream().map(change -> change.sentence().en()).collect(Collectors.joining("; "));
        return Text.of(
                "项目“" + project.title() + "”" + verb.zh() + (zh.isEmpty() ? "" : "（" + zh + "）"),
                "The project \"" + project.title() + "\" " + verb.en() + (en.isEmpty() ? "" : " (" + en + ")"));
    }
}
