package org.duijie.matching.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Collections;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.match.MatchAccess;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/** What the two sides can do with proposals. Each command is one transaction: load, verb, history and event. */
@ApplicationScoped
class ProposalService {

    private final ProposalRepository proposals;
    private final ProposalStore store;
    private final ProposalAccess access;
    private final MatchAccess facts;
    private final Admission admission;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    ProposalService(
            ProposalRepository proposals,
            ProposalStore store,
            ProposalAccess access,
            MatchAccess facts,
            Admission admission,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.proposals = proposals;
        this.store = store;
        this.access = access;
        this.facts = facts;
        this.admission = admission;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    ProposalResponse propose(ProposalRequest request) {
        NeedFact need = facts.need(request.needId());
        OfferFact offer = facts.offer(request.offerId());
        access.requireProposing(request.side(), need, offer);
        Subject subject = admission.require(need, offer, request.invited());
        if (proposals.open(need.id(), offer.id())) {
            throw ProposalProblem.ALREADY_OPEN.problem();
        }
        ProposalTerms terms = request.terms().of(need);
        var answerBy = request.terms().answerBy(subject, day.today());
        new TermsCheck(subject, terms, answerBy, day.today()).require();
        Proposal proposal = Proposal.propose(
                ids.next(), subject, terms, access.actor(request.side(), need, offer), answerBy, clock.instant());
        proposals.persist(proposal);
        store.store(proposal);
        return ProposalResponse.of(proposal);
    }

    @Transactional
    ProposalResponse counter(UUID id, ProposalRequest.Counter counter, IfMatch ifMatch) {
        refusePersonalData(counter.reason());
        return change(id, ifMatch, Turn.ANSWERING, (proposal, by) -> {
            NeedFact need = facts.need(proposal.needId());
            Subject subject = admission.require(
                    need, facts.offer(proposal.offerId()), counter.invited() || proposal.byInvitation());
            ProposalTerms terms = counter.terms().of(need);
            var answerBy = counter.terms().answerBy(subject, day.today());
            new TermsCheck(subject, terms, answerBy, day.today()).require();
            proposal.counter(subject, terms, by, answerBy, strip(counter.reason()), clock.instant());
        });
    }

    /** The pair must still be admitted: what has changed since the terms were made may forbid it. */
    @Transactional
    ProposalResponse accept(UUID id, IfMatch ifMatch) {
        return change(id, ifMatch, Turn.ANSWERING, (proposal, by) -> {
            proposal.accept(by, clock.instant());
            admission.require(facts.need(proposal.needId()), facts.offer(proposal.offerId()), proposal.byInvitation());
        });
    }

    @Transactional
    ProposalResponse decline(UUID id, String reason, IfMatch ifMatch) {
        refusePersonalData(reason);
        return change(
                id, ifMatch, Turn.ANSWERING, (proposal, by) -> proposal.decline(by, reason.strip(), clock.instant()));
    }

    @Transactional
    ProposalResponse withdraw(UUID id, String reason, IfMatch ifMatch) {
        refusePersonalData(reason);
        return change(
                id, ifMatch, Turn.WAITING, (proposal, by) -> proposal.withdraw(by, reason.strip(), clock.instant()));
    }

    /** Which side a verb is for. */
    private enum Turn {
        /** The one whose answer is waited for. */
        ANSWERING,
        /** The one that waits. */
        WAITING
    }

    private ProposalResponse change(UUID id, IfMatch ifMatch, Turn turn, BiConsumer<Proposal, Actor> verb) {
        Proposal proposal = proposals.findByIdOptional(id).orElseThrow(ProposalProblem.NOT_FOUND::problem);
        access.requireSeeing(proposal);
        Side answering = proposal.stage() == Stage.AWAITING_COUNTY ? Side.COUNTY : Side.ORGANIZATION;
        Actor by = access.actor(proposal, turn == Turn.ANSWERING ? answering : answering.other());
        ifMatch.require(proposal.version());
        verb.accept(proposal, by);
        store.store(proposal);
        return ProposalResponse.of(proposal);
    }

    private static void refusePersonalData(@Nullable String reason) {
        PersonalData.refuse(ProposalProblem.PERSONAL_DATA, Collections.singletonMap("#/reason", reason));
    }

    private static @Nullable String strip(@Nullable String reason) {
        return reason == null ? null : reason.strip();
    }
}
