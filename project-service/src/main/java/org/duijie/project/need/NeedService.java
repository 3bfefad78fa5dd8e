package org.duijie.project.need;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.duijie.chassis.database.Batches;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.project.division.Counties;
import org.duijie.project.publisher.PublisherRepository;

/** What can be done with a need. Each command is one transaction: load, verb, history and event. */
@ApplicationScoped
class NeedService {

    private final NeedRepository needs;
    private final NeedStore store;
    private final NeedAccess access;
    private final SubmissionGate gate;
    private final Counties counties;
    private final PublisherRepository publishers;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    NeedService(
            NeedRepository needs,
            NeedStore store,
            NeedAccess access,
            SubmissionGate gate,
            Counties counties,
            PublisherRepository publishers,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.needs = needs;
        this.store = store;
        this.access = access;
        this.gate = gate;
        this.counties = counties;
        this.publishers = publishers;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    NeedResponse draft(NeedTerms terms) {
        access.requireAuthor(terms.divisionCode());
        Actor author = access.actor(terms.divisionCode());
        Need need = Need.draft(ids.next(), author, terms, countyName(terms), clock.instant());
        store.store(List.of(need), List.of());
        return access.shown(need);
    }

    /** @param revision from what is asked for now to what will be */
    @Transactional
    NeedResponse revise(UUID id, IfMatch ifMatch, UnaryOperator<NeedTerms> revision) {
        return asAuthor(id, ifMatch, (need, author) -> {
            NeedTerms terms = revision.apply(need.terms());
            // A need may move to another county only by the hand of somebody who acts for both.
            access.requireAuthor(terms.divisionCode());
            need.revise(author, terms, countyName(terms), clock.instant());
        });
    }

    @Transactional
    NeedResponse submit(UUID id, IfMatch ifMatch) {
        return asAuthor(id, ifMatch, (need, author) -> {
            publishers.get(access.writer().publisher()).requireAdmitted();
            gate.check(need.terms());
            need.submit(author, day.today(), clock.instant());
        });
    }

    /** @param amendment from what is asked for now to what will be */
    @Transactional
    NeedResponse amend(UUID id, IfMatch ifMatch, String reason, UnaryOperator<NeedTerms> amendment) {
        return asAuthor(id, ifMatch, (need, author) -> {
            HandIn unreviewed = new HandIn(null, day.today(), clock.instant());
            NeedTerms terms = amendment.apply(need.terms());
            gate.check(terms);
            need.amend(author, terms, countyName(need.terms()), reason, unreviewed);
        });
    }

    @Transactional
    NeedResponse publish(UUID id, IfMatch ifMatch, List<String> remarks) {
        return asReviewer(id, ifMatch, (need, office) -> {
            gate.check(need.asked());
            need.publish(office, remarks, day.today(), clock.instant());
        });
    }

    @Transactional
    NeedResponse sendBack(UUID id, IfMatch ifMatch, List<String> reasons) {
        return asReviewer(id, ifMatch, (need, office) -> need.sendBack(office, reasons, clock.instant()));
    }

    @Transactional
    NeedResponse withdraw(UUID id, IfMatch ifMatch, String reason) {
        return asAuthor(id, ifMatch, (need, author) -> need.withdraw(author, reason, clock.instant()));
    }

    @Transactional
    NeedResponse reopen(UUID id, IfMatch ifMatch, String reason) {
        return asAuthor(id, ifMatch, (need, author) -> need.reopen(author, reason, clock.instant()));
    }

    /** Closes every need whose last day is over. Several instances may do so at once: each need falls to one. */
    @Scheduled(
            identity = "need-expiry",
            every = "{duijie.need.expiry-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireOverdue() {
        Batches.untilNoneIsLeft(this::expire);
    }

    private int expire(int atMost) {
        Instant now = clock.instant();
        List<Need> overdue = needs.lockOverdue(day.today(), atMost);
        overdue.forEach(need -> need.expire(day.today(), now));
        store.store(List.of(), overdue);
        return overdue.size();
    }

    private NeedResponse asAuthor(UUID id, IfMatch ifMatch, BiConsumer<Need, Actor> verb) {
        return change(
                id, ifMatch, verb, need -> access.requireAuthor(need.terms().divisionCode()));
    }

    private NeedResponse asReviewer(UUID id, IfMatch ifMatch, BiConsumer<Need, Actor> verb) {
        return change(id, ifMatch, verb, access::requireReviewer);
    }

    private NeedResponse change(UUID id, IfMatch ifMatch, BiConsumer<Need, Actor> verb, Consumer<Need> requireAllowed) {
        Need need = needs.get(id);
        access.requireReader(need);
        requireAllowed.accept(need);
        ifMatch.require(need.version());
        verb.accept(need, access.actor(need.terms().divisionCode()));
        store.store(need);
        return access.shown(need);
    }

    private String countyName(NeedTerms terms) {
        return counties.nameOf(terms.divisionCode(), day.today())
                .orElseThrow(() -> NeedProblem.divisionUnfit(terms.divisionCode()));
    }
}
