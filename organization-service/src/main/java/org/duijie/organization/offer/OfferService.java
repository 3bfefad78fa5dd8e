package org.duijie.organization.offer;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.database.Batches;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.precondition.OptionalIfMatch;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.organization.history.History;
import org.duijie.organization.organization.Organization;
import org.duijie.organization.organization.OrganizationRepository;
import org.jspecify.annotations.Nullable;

/** What can be done with offers. */
@ApplicationScoped
class OfferService {

    private final OfferRepository offers;
    private final OrganizationRepository organizations;
    private final OfferAccess access;
    private final History history;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;
    private final MergePatch mergePatch;

    @Inject
    OfferService(
            OfferRepository offers,
            OrganizationRepository organizations,
            OfferAccess access,
            History history,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day,
            MergePatch mergePatch) {
        this.offers = offers;
        this.organizations = organizations;
        this.access = access;
        this.history = history;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
        this.mergePatch = mergePatch;
    }

    /** An offer that was put under a reference, and whether it was not there before. */
    record Put(Offer offer, boolean made) {}

    @Transactional
    Offer open(OfferRequest request) {
        return open(request, null);
    }

    /** Opens an offer under its publisher's own reference, or puts this one in place of the one that is there. */
    @Transactional
    Put put(String reference, OfferRequest request, OptionalIfMatch ifMatch) {
        String publisher = access.publisher();
        offers.holdReference(publisher, reference);
        Optional<Offer> there = offers.byReference(publisher, reference);
        if (there.isEmpty()) {
            ifMatch.require(0);
            return new Put(open(request, reference), true);
        }
        Offer offer = there.get();
        access.requireActingFor(offer.creditCode());
        ifMatch.require(offer.version());
        replace(offer, request);
        return new Put(offer, false);
    }

    /**
     * Changes an open offer in part.
     *
     * @param patch a merge patch of the {@link OfferRequest} that the offer amounts to
     */
    @Transactional
    Offer amend(UUID id, JsonNode patch, IfMatch ifMatch) {
        Offer offer = offers.findByIdOptional(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        access.requireActingFor(offer.creditCode());
        ifMatch.require(offer.version());
        replace(offer, mergePatch.apply(OfferRequest.of(offer), patch, OfferRequest.class));
        return offer;
    }

    private void replace(Offer offer, OfferRequest amended) {
        if (!amended.organizationId().equals(offer.organizationId())) {
            throw OfferProblem.ORGANIZATION_FIXED.at(
                    "#/organizationId", "该资源属于另一组织。", "The offer is another organization's.");
        }
        amended.check();
        requireVerified(organizations.require(offer.organizationId()));
        offer.amend(amended.toTerms(), amended.toItems(), day.today(), clock.instant());
        publish(offer);
    }

    private static void requireVerified(Organization organization) {
        if (!organization.isVerified()) {
            throw OfferProblem.ORGANIZATION_NOT_VERIFIED.problem();
        }
    }

    private Offer open(OfferRequest request, @Nullable String reference) {
        Organization organization = organizations
                .findByIdOptional(request.organizationId())
                .orElseThrow(() -> OfferProblem.ORGANIZATION_UNKNOWN.at(
                        "#/organizationId", "没有这个社会组织。", "There is no such organization."));
        access.requireActingFor(organization.creditCode());
        request.check();
        requireVerified(organization);
        Offer offer = Offer.open(
                ids.next(),
                organization.id(),
                organization.creditCode(),
                request.toTerms(),
                request.toItems(),
                reference == null ? null : new OwnReference(access.publisher(), reference),
                day.today(),
                clock.instant());
        offers.persist(offer);
        publish(offer);
        return offer;
    }

    @Transactional
    Offer withdraw(UUID id, WithdrawalRequest request, IfMatch ifMatch) {
        Offer offer = offers.findByIdOptional(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        access.requireActingFor(offer.creditCode());
        ifMatch.require(offer.version());
        PersonalData.refuse(OfferProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
        offer.withdraw(request.reason().strip(), clock.instant());
        publish(offer);
        return offer;
    }

    /** Closes all offers whose last day is over. Several instances may do so at once: each takes what others have not. */
    @Scheduled(
            identity = "offer-expiry",
            every = "{duijie.offer.expiry-every}",
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
        List<Offer> overdue = offers.overdue(today, atMost);
        overdue.forEach(offer -> offer.expire(today, now));
        offers.flush();
        List<OfferEvent> events =
                overdue.stream().flatMap(offer -> offer.takeEvents().stream()).toList();
        outbox.addAll(events);
        history.add(events, null, now);
        return overdue.size();
    }

    private void publish(Offer offer) {
        offers.flush();
        List<OfferEvent> events = offer.takeEvents();
        outbox.addAll(events);
        history.add(events, access.author(offer.creditCode()), offer.updatedAt());
    }
}
