package org.duijie.matching.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.page.PageRequest;
import org.hibernate.Timeouts;

/** Proposals, open and ended. */
@ApplicationScoped
class ProposalRepository implements PanacheRepositoryBase<Proposal, UUID> {

    /** What a list is cut down to; an empty part cuts nothing. */
    record Filter(
            Optional<UUID> need,
            Optional<UUID> offer,
            Optional<String> organization,
            Optional<ProposalStatus> status) {}

    /**
     * Which proposals a caller may see: all; or those of some counties and organizations, and those of which an office
     * oversees the county or was told of the silence.
     */
    record Sight(boolean everything, Set<String> divisions, Set<String> creditCodes, Set<String> offices) {}

    /** Takes hold of it until the transaction ends. */
    Optional<Proposal> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Have this need and this offer a proposal that has not ended? */
    boolean open(UUID need, UUID offer) {
        return count("needId = ?1 and offerId = ?2 and status in (PROPOSED, ACCEPTED)", need, offer) > 0;
    }

    /** In the order of making, one row more than the page shows. */
    List<Proposal> page(Filter filter, Sight sight, PageRequest page) {
        StringBuilder query = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        filter.need().ifPresent(need -> {
            query.append(" and needId = :need");
            values.put("need", need);
        });
        filter.offer().ifPresent(offer -> {
            query.append(" and offerId = :offer");
            values.put("offer", offer);
        });
        filter.organization().ifPresent(code -> {
            query.append(" and donor.creditCode = :organization");
            values.put("organization", code);
        });
        filter.status().ifPresent(status -> {
            query.append(" and status = :status");
            values.put("status", status);
        });
        if (!sight.everything()) {
            query.append(" and (divisionCode in :divisions or donor.creditCode in :creditCodes"
                    + " or escalatedTo in :offices"
                    + " or (divisionCode not in :offices and (substring(divisionCode, 1, 2) || '0000' in :offices"
                    + " or substring(divisionCode, 1, 4) || '00' in :offices)))");
            values.put("divisions", sight.divisions());
            values.put("creditCodes", sight.creditCodes());
            values.put("offices", sight.offices());
        }
        page.afterId().ifPresent(id -> {
            query.append(" and id > :after");
            values.put("after", id);
        });
        return find(query.toString(), Sort.by("id"), values)
                .range(0, page.limit())
                .list();
    }

    /** Some for whose answer the time is over. */
    List<Proposal> overdue(LocalDate today, int atMost) {
        return taken("status = PROPOSED and answerBy < :today", Parameters.with("today", today), atMost);
    }

    /** Some whose silent side was not reminded since; the turn itself counts as a reminder. */
    List<Proposal> silent(Instant since, int atMost) {
        return taken(
                "status = PROPOSED and coalesce(remindedAt, stageSince) <= :since",
                Parameters.with("since", since),
                atMost);
    }

    /** Some whose silence the office above has not been told of. */
    List<Proposal> unescalated(Instant since, int atMost) {
        return taken(
                "status = PROPOSED and escalatedAt is null and stageSince <= :since",
                Parameters.with("since", since),
                atMost);
    }

    /** Some that wait for another service's answer and have not asked since. */
    List<Proposal> stuck(Instant since, int atMost) {
        return taken("status = ACCEPTED and askedAt <= :since", Parameters.with("since", since), atMost);
    }

    /** What another instance has in hand is passed over. */
    private List<Proposal> taken(String which, Parameters values, int atMost) {
        return find(which, Sort.by("id"), values)
                .range(0, atMost - 1)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }
}
