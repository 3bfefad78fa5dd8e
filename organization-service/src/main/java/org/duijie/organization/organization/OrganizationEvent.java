package org.duijie.organization.organization;

import java.util.UUID;
import org.duijie.organization.history.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an organization. Every event carries the whole state, read when the event goes into the outbox: the
 * version is final only then.
 */
sealed interface OrganizationEvent extends RecordedEvent {

    Organization organization();

    record Registered(Organization organization) implements OrganizationEvent {}

    record Amended(Organization organization) implements OrganizationEvent {}

    record Verified(Organization organization) implements OrganizationEvent {}

    record Suspended(Organization organization) implements OrganizationEvent {}

    record Reinstated(Organization organization) implements OrganizationEvent {}

    record Deregistered(Organization organization) implements OrganizationEvent {}

    record StandingChanged(Organization organization) implements OrganizationEvent {}

    /** What became of its promises adds up to something else. */
    record PromisesCounted(Organization organization) implements OrganizationEvent {}

    @Override
    default @Nullable OrganizationStatus from() {
        return organization().stood();
    }

    @Override
    default OrganizationStatus to() {
        return organization().status();
    }

    @Override
    default UUID subject() {
        return organization().id();
    }

    @Override
    default long version() {
        return organization().version();
    }

    @Override
    default OrganizationResponse state() {
        return OrganizationResponse.of(organization());
    }
}
