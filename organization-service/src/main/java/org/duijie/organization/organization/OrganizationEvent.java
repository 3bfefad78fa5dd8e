package org.duijie.organization.organization;

import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * What happened to an organization. Every event carries the whole state, read when the event goes into the outbox: the
 * version is final only then.
 */
sealed interface OrganizationEvent extends DomainEvent {

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
