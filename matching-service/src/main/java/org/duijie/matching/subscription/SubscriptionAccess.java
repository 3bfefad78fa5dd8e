package org.duijie.matching.subscription;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.matching.project.ProjectRepository;
import org.duijie.matching.replica.ProjectState;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A subscription is its organization's own; the leading group acts for all and the supervisor reads all. */
@RequestScoped
public class SubscriptionAccess {

    private final CurrentUser user;
    private final OwnedAccess access;
    private final JsonWebToken token;
    private final SubscriptionRepository subscriptions;
    private final ProjectRepository projects;

    @Inject
    SubscriptionAccess(
            CurrentUser user,
            OwnedAccess access,
            JsonWebToken token,
            SubscriptionRepository subscriptions,
            ProjectRepository projects) {
        this.user = user;
        this.access = access;
        this.token = token;
        this.subscriptions = subscriptions;
        this.projects = projects;
    }

    void requireActingFor(String creditCode) {
        access.requireActingFor(creditCode);
    }

    /** For whoever may read it; hidden from everybody else. */
    Subscription readable(UUID id) {
        Subscription subscription = access.readable(subscriptions, id, SubscriptionProblem.NOT_FOUND);
        if (!mayReadWhatItIsAbout(subscription)) {
            throw SubscriptionProblem.NOT_FOUND.problem();
        }
        return subscription;
    }

    /** A platform reads of projects only what was delegated to it. */
    private boolean mayReadWhatItIsAbout(Subscription found) {
        return user.readsEverything()
                || found.subject() != SubscriptionSubject.PROJECT
                || user.actsForOrganization(found.organization(), Matter.PROJECTS);
    }

    /**
     * Refuses projects that the subscriber may not see: to watch are those that the organization itself carries out.
     *
     * @throws org.duijie.chassis.problem.ProblemException 400 that names each, whether it is there or not; 403 for a
     *     platform to which projects were not delegated
     */
    void requireOwnProjects(SubscriptionRequest request) {
        if (request.about() != SubscriptionSubject.PROJECT) {
            return;
        }
        if (!user.actsForOrganization(request.organization(), Matter.PROJECTS)) {
            throw user.refusal();
        }
        List<UUID> asked = Objects.requireNonNullElse(request.projects(), List.of());
        Map<UUID, ProjectState> known = projects.find(asked);
        ProblemException foreign = RequestProblem.INVALID.problem();
        for (int place = 0; place < asked.size(); place++) {
            ProjectState project = known.get(asked.get(place));
            if (project == null || !project.organization().equals(request.organization())) {
                foreign.and(
                        "#/projects/" + place,
                        "这家组织没有这个项目；刚刚签约的项目可能尚未到达，请稍后重试。",
                        "The organization has no such project; one just agreed on may still be on its way.");
            }
        }
        if (!foreign.faults().isEmpty()) {
            throw foreign;
        }
    }

    /** Refuses whoever may not read it. */
    public void requireReadable(UUID id) {
        readable(id);
    }

    /** Refuses whoever may not change it. */
    public void requireOwn(UUID id) {
        own(id);
    }

    /** When the caller's token ends, and with it whatever it opened. */
    Instant end() {
        return Instant.ofEpochSecond(token.getExpirationTime());
    }

    /** For whoever may end it: a reader who does not act for the organization is refused. */
    Subscription own(UUID id) {
        Subscription subscription = readable(id);
        requireActingFor(subscription.organization());
        return subscription;
    }
}
