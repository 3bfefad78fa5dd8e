package org.duijie.organization.delegation;

import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.event.DomainEvent;

/**
 * What happened to a delegation. Every event carries the whole state without the accounts that acted, read when the
 * event goes into the outbox: the version is final only then.
 */
sealed interface DelegationEvent extends DomainEvent {

    Delegation delegation();

    record Granted(Delegation delegation) implements DelegationEvent {}

    record Revoked(Delegation delegation) implements DelegationEvent {}

    record Expired(Delegation delegation) implements DelegationEvent {}

    @Override
    default String aggregate() {
        return "delegation";
    }

    @Override
    default String verb() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    @Override
    default UUID subject() {
        return delegation().id();
    }

    @Override
    default long version() {
        return delegation().version();
    }

    @Override
    default DelegationResponse state() {
        return DelegationResponse.of(delegation()).withoutAccounts();
    }
}
