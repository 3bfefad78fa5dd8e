package org.duijie.organization.delegation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.audit.Act;
import org.duijie.chassis.audit.Audit;
import org.duijie.chassis.database.Batches;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** What can be done with delegations. */
@ApplicationScoped
class DelegationService {

    private final DelegationRepository delegations;
    private final DelegationAccess access;
    private final CurrentUser user;
    private final Audit audit;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    DelegationService(
            DelegationRepository delegations,
            DelegationAccess access,
            CurrentUser user,
            Audit audit,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.delegations = delegations;
        this.access = access;
        this.user = user;
        this.audit = audit;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    Delegation grant(DelegationRequest request) {
        Principal principal = request.principal();
        // First, for nobody can be said to act for a principal that is not clear.
        principal.requireSingle();
        access.requireDisposing(principal);
        PersonalData.refuse(DelegationProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
        Instant now = clock.instant();
        LocalDate today = day.today();
        Delegation delegation = Delegation.grant(
                ids.next(),
                principal,
                request.platform(),
                request.matters(),
                request.validUntil(),
                request.reason().strip(),
                user.id(),
                today,
                now);
        delegations.active(principal, request.platform()).ifPresent(former -> makeWay(former, today, now));
        delegations.persist(delegation);
        try {
            publish(delegation);
            audit.record(act("delegation.granted", delegation, null));
        } catch (ConstraintViolationException lostTheRace) {
            throw DelegationProblem.ALREADY_ACTIVE.problem();
        }
        return delegation;
    }

    @Transactional
    Delegation revoke(UUID id, RevocationRequest request, IfMatch ifMatch) {
        Delegation delegation = delegations.findByIdOptional(id).orElseThrow(DelegationProblem.NOT_FOUND::problem);
        access.requireSeeing(delegation);
        access.requireDisposing(delegation.principal());
        ifMatch.require(delegation.version());
        PersonalData.refuse(DelegationProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
        DelegationStatus before = delegation.status();
        delegation.revoke(request.reason().strip(), user.id(), clock.instant());
        publish(delegation);
        audit.record(act("delegation.revoked", delegation, before));
        return delegation;
    }

    /** Closes all delegations whose last day is over. Several instances may do so at once: each takes what others have not. */
    @Scheduled(
            identity = "delegation-expiry",
            every = "{duijie.delegation.expiry-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expireOverdue() {
        Batches.untilNoneIsLeft(this::expire);
    }

    /** Each is closed with its own event. */
    @Transactional(Transactional.TxType.MANDATORY)
    int expire(int atMost) {
        LocalDate today = day.today();
        Instant now = clock.instant();
        List<Delegation> overdue = delegations.overdue(today, atMost);
        overdue.forEach(delegation -> delegation.expire(today, now));
        delegations.flush();
        outbox.addAll(overdue.stream()
                .flatMap(delegation -> delegation.takeEvents().stream())
                .toList());
        return overdue.size();
    }

    /** The clock may not have come by yet to close one whose last day is over; another one that is active stays. */
    private void makeWay(Delegation former, LocalDate today, Instant now) {
        if (!former.isOver(today)) {
            throw DelegationProblem.ALREADY_ACTIVE.problem();
        }
        former.expire(today, now);
        publish(former);
    }

    /** Nobody grants or revokes by delegation. */
    private static Act act(String action, Delegation delegation, @Nullable DelegationStatus before) {
        return new Act(
                action,
                delegation.id(),
                before == null ? null : before.name(),
                delegation.status().name(),
                null,
                null);
    }

    private void publish(Delegation delegation) {
        delegations.flush();
        outbox.addAll(delegation.takeEvents());
    }
}
