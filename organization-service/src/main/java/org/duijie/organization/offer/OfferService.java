package org.duijie.organization.offer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.organization.organization.Organization;
import org.duijie.organization.organization.OrganizationRepository;

/** What can be done with offers. */
@ApplicationScoped
class OfferService {

    private final OfferRepository offers;
    private final OrganizationRepository organizations;
    private final OfferAccess access;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    OfferService(
            OfferRepository offers,
            OrganizationRepository organizations,
            OfferAccess access,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.offers = offers;
        this.organizations = organizations;
        this.access = access;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    Offer open(OfferRequest request) {
        Organization organization = organizations
                .findByIdOptional(request.organizationId())
                .orElseThrow(() -> OfferProblem.ORGANIZATION_UNKNOWN.at(
                        "#/organizationId", "没有这个社会组织。", "There is no such organization."));
        access.requireActingFor(organization.creditCode());
        request.check();
        if (!organization.isVerified()) {
            throw OfferProblem.ORGANIZATION_NOT_VERIFIED.problem();
        }
        Offer offer = Offer.open(
                ids.next(),
                organization.id(),
                organization.creditCode(),
                request.toTerms(),
                request.toItems(),
                day.today(),
                clock.instant());
        offers.persist(offer);
        publish(offer);
        return offer;
    }

    @Transactional
    Offer withdraw(UUID id, WithdrawalRequest request) {
        Offer offer = offers.findByIdOptional(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        access.requireActingFor(offer.creditCode());
        PersonalData.refuse(OfferProblem.PERSONAL_DATA, Map.of("#/reason", request.reason()));
        offer.withdraw(request.reason().strip(), clock.instant());
        publish(offer);
        return offer;
    }

    /**
     * Closes offers whose last day is over, each with its own event.
     *
     * @return how many; fewer than {@code atMost} means that none are left
     */
    @Transactional
    int expire(int atMost) {
        LocalDate today = day.today();
        Instant now = clock.instant();
        List<Offer> overdue = offers.overdue(today, atMost);
        overdue.forEach(offer -> offer.expire(today, now));
        offers.flush();
        outbox.addAll(
                overdue.stream().flatMap(offer -> offer.takeEvents().stream()).toList());
        return overdue.size();
    }

    private void publish(Offer offer) {
        offers.flush();
        outbox.addAll(offer.takeEvents());
    }
}
