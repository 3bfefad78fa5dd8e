package org.duijie.project.need;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.duijie.chassis.event.Outbox;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.chassis.time.Ids;
import org.duijie.project.division.DivisionRepository;
import org.duijie.project.division.DivisionResponse;

/** What can be done with a need. Each command is one transaction: load, verb, events into the outbox. */
@ApplicationScoped
class NeedService {

    private static final int EXPIRY_BATCH = 200;

    private final NeedRepository needs;
    private final NeedAccess access;
    private final DivisionRepository divisions;
    private final Outbox outbox;
    private final Ids ids;
    private final InstantSource clock;
    private final BusinessDay day;

    @Inject
    NeedService(
            NeedRepository needs,
            NeedAccess access,
            DivisionRepository divisions,
            Outbox outbox,
            Ids ids,
            InstantSource clock,
            BusinessDay day) {
        this.needs = needs;
        this.access = access;
        this.divisions = divisions;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.day = day;
    }

    @Transactional
    NeedResponse draft(NeedTerms terms) {
        access.requireAuthor(terms.divisionCode());
        Need need = Need.draft(ids.next(), access.userId(), terms, countyName(terms), clock.instant());
        needs.persist(need);
        return announce(need);
    }

    @Transactional
    NeedResponse revise(UUID id, NeedTerms terms) {
        return asAuthor(id, need -> {
            // A need may move to another county only by the hand of somebody who acts for both.
            access.requireAuthor(terms.divisionCode());
            need.revise(access.userId(), terms, countyName(terms), clock.instant());
        });
    }

    @Transactional
    NeedResponse submit(UUID id) {
        return asAuthor(id, need -> need.submit(access.userId(), day.today(), clock.instant()));
    }

    @Transactional
    NeedResponse publish(UUID id, List<String> remarks) {
        return asReviewer(id, need -> need.publish(access.userId(), remarks, day.today(), clock.instant()));
    }

    @Transactional
    NeedResponse sendBack(UUID id, List<String> reasons) {
        return asReviewer(id, need -> need.sendBack(access.userId(), reasons, clock.instant()));
    }

    @Transactional
    NeedResponse withdraw(UUID id, String reason) {
        return asAuthor(id, need -> need.withdraw(reason, clock.instant()));
    }

    /** Closes every need whose last day is over. Several instances may do so at once: each need falls to one. */
    @Scheduled(
            identity = "need-expiry",
            every = "{duijie.need.expiry-interval}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void expireOverdue() {
        int expired;
        do {
            expired = QuarkusTransaction.requiringNew().call(this::expireSome);
        } while (expired == EXPIRY_BATCH);
    }

    private int expireSome() {
        Instant now = clock.instant();
        List<Need> overdue = needs.lockOverdue(day.today(), EXPIRY_BATCH);
        overdue.forEach(need -> need.expire(day.today(), now));
        needs.flush();
        overdue.forEach(need -> outbox.addAll(need.takeEvents()));
        return overdue.size();
    }

    private NeedResponse asAuthor(UUID id, Consumer<Need> verb) {
        return change(id, verb, need -> access.requireAuthor(need.terms().divisionCode()));
    }

    private NeedResponse asReviewer(UUID id, Consumer<Need> verb) {
        return change(id, verb, access::requireReviewer);
    }

    private NeedResponse change(UUID id, Consumer<Need> verb, Consumer<Need> requireAllowed) {
        Need need = needs.get(id);
        access.requireReader(need);
        requireAllowed.accept(need);
        verb.accept(need);
        return announce(need);
    }

    /** The version is final only after the flush. */
    private NeedResponse announce(Need need) {
        needs.flush();
        outbox.addAll(need.takeEvents());
        return NeedResponse.of(need);
    }

    private String countyName(NeedTerms terms) {
        return divisions
                .findCounty(terms.divisionCode(), day.today())
                .map(DivisionResponse::name)
                .orElseThrow(() -> NeedProblem.DIVISION_UNFIT.at(
                        "#/divisionCode",
                        terms.divisionCode() + " 不是现行有效的县级行政区划代码。",
                        terms.divisionCode() + " is not the code of a county that exists today."));
    }
}
