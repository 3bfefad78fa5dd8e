package org.duijie.project.need;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a county asks for. Its bureau writes it, <em>another</em> office reviews it, and then it is open to offers until
 * its deadline:
 *
 * <pre>
 * DRAFT ──submit──▶ SUBMITTED ──publish──▶ PUBLISHED ──▶ FULFILLED
 *                    │     ▲
 *             sendBack     submit
 *                    ▼     │
 *                   RETURNED
 * </pre>
 *
 * A draft and a returned need can be revised. Whatever is not yet closed can be withdrawn; what somebody is still waited
 * for expires after its deadline.
 *
 * <p>Each verb checks, changes and records one event. Who may use it is decided by {@link NeedAccess}; what time it is,
 * the caller says.
 */
@Entity
class Need {

    @Id
    private UUID id;

    /** 1 when drafted, one more with every change. */
    @Version
    private long version = 1;

    @Enumerated(EnumType.STRING)
    private NeedStatus status = NeedStatus.DRAFT;

    @Embedded
    private NeedTerms terms;

    /** The county's name on the day of the last revision: names change, what was written does not. */
    private String divisionName;

    /** Sum over the items, in fen: kept so that the database can add needs up. */
    private long valueFen;

    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;

    /** Token subjects of all who drafted, revised or submitted it, none of whom therefore reviews it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    private @Nullable Instant reviewedAt;

    /** Token subject of the last reviewer. */
    private @Nullable String reviewedBy;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> reviewReasons = List.of();

    private @Nullable Instant withdrawnAt;
    private @Nullable String withdrawalReason;

    @Transient
    private final List<NeedEvent> events = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Need() {}

    static Need draft(UUID id, String author, NeedTerms terms, String divisionName, Instant now) {
        Need need = new Need();
        need.id = id;
        need.createdAt = now;
        need.write(author, terms, divisionName);
        need.record(NeedEvent.Drafted::new, now);
        return need;
    }

    /** Replaces everything that is asked for. */
    void revise(String author, NeedTerms terms, String divisionName, Instant now) {
        require(status.editable(), NeedProblem.NOT_DRAFT);
        write(author, terms, divisionName);
        record(NeedEvent.Revised::new, now);
    }

    /** Hands the need to another office for review. */
    void submit(String author, LocalDate today, Instant now) {
        require(status.editable(), NeedProblem.NOT_DRAFT);
        requireDeadlineFrom(today);
        status = NeedStatus.SUBMITTED;
        sign(author);
        record(NeedEvent.Submitted::new, now);
    }

    /** Sends the need back to its county. */
    void sendBack(String reviewer, List<String> reasons, Instant now) {
        review(reviewer, reasons, now);
        status = NeedStatus.RETURNED;
        record(NeedEvent.Returned::new, now);
    }

    /** Opens the need to offers. */
    void publish(String reviewer, List<String> remarks, LocalDate today, Instant now) {
        review(reviewer, remarks, now);
        requireDeadlineFrom(today);
        status = NeedStatus.PUBLISHED;
        publishedAt = now;
        record(NeedEvent.Published::new, now);
    }

    /** Takes the need back. */
    void withdraw(String reason, Instant now) {
        require(status.open(), NeedProblem.NOT_OPEN);
        PersonalData.refuse(NeedProblem.PERSONAL_DATA, Map.of("#/reason", reason));
        status = NeedStatus.WITHDRAWN;
        withdrawnAt = now;
        withdrawalReason = reason;
        record(NeedEvent.Withdrawn::new, now);
    }

    /** Closes a need whose last day is over and for which somebody was still waited. */
    void expire(LocalDate today, Instant now) {
        require(status.waiting() && terms.deadline().isBefore(today), NeedProblem.NOT_OPEN);
        status = NeedStatus.EXPIRED;
        record(NeedEvent.Expired::new, now);
    }

    /** Was it ever shown to the public, and may it still be? What was withdrawn is no longer on offer to anybody. */
    boolean disclosed() {
        return publishedAt != null && status != NeedStatus.WITHDRAWN;
    }

    private void review(String reviewer, List<String> reasons, Instant now) {
        require(status == NeedStatus.SUBMITTED, NeedProblem.NOT_SUBMITTED);
        require(!authors.contains(reviewer), NeedProblem.REVIEWER_IS_AUTHOR);
        for (int i = 0; i < reasons.size(); i++) {
            PersonalData.refuse(NeedProblem.PERSONAL_DATA, Map.of("#/reasons/" + i, reasons.get(i)));
        }
        reviewedAt = now;
        reviewedBy = reviewer;
        reviewReasons = List.copyOf(reasons);
    }

    private void write(String author, NeedTerms newTerms, String newDivisionName) {
        newTerms.check();
        sign(author);
        terms = newTerms;
        divisionName = newDivisionName;
        valueFen = newTerms.valueFen();
    }

    private void sign(String author) {
        authors = Stream.concat(authors.stream(), Stream.of(author)).distinct().toList();
    }

    private void record(Function<Need, NeedEvent> happened, Instant now) {
        updatedAt = now;
        events.add(happened.apply(this));
    }

    private void requireDeadlineFrom(LocalDate today) {
        require(!terms.deadline().isBefore(today), NeedProblem.DEADLINE_PASSED);
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }

    /** What happened since the last call, oldest first. */
    List<NeedEvent> takeEvents() {
        List<NeedEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    NeedStatus status() {
        return status;
    }

    NeedTerms terms() {
        return terms;
    }

    String divisionName() {
        return divisionName;
    }

    long valueFen() {
        return valueFen;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> publishedAt() {
        return Optional.ofNullable(publishedAt);
    }

    Optional<Instant> reviewedAt() {
        return Optional.ofNullable(reviewedAt);
    }

    Optional<String> reviewedBy() {
        return Optional.ofNullable(reviewedBy);
    }

    List<String> reviewReasons() {
        return reviewReasons;
    }

    Optional<Instant> withdrawnAt() {
        return Optional.ofNullable(withdrawnAt);
    }

    Optional<String> withdrawalReason() {
        return Optional.ofNullable(withdrawalReason);
    }
}
