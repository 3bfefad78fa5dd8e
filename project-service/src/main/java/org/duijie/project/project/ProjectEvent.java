package org.duijie.project.project;

import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/** A change of a project, as the rest of the suite learns it; it carries the project's whole public state. */
public record ProjectEvent(Project project, Kind kind) implements DomainEvent {

    public enum Kind {
        AGREED,
        STARTED,
        /** The ledger adds up to something else. */
        RECORDED,
        /** A milestone was reached. */
        PROGRESSED,
        COMPLETED,
        CLOSED,
        /** It was terminated: what it did not deliver is free again, at the need and at the offer. */
        RELEASED
    }

    @Override
    public String verb() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID subject() {
        return project.id();
    }

    @Override
    public long version() {
        return project.version();
    }

    @Override
    public ProjectResponse state() {
        return ProjectResponse.of(project);
    }
}
