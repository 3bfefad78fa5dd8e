package org.duijie.project.need;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.privacy.PersonalData;
import org.duijie.chassis.problem.ProblemType;
import org.duijie.project.need.NeedChange.Kind;
import org.duijie.project.statistics.Fact;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What a county asks for. Its bureau writes it, <em>another</em> office reviews it, and then it is open to offers until
 * its deadline:
 *
 * <pre>
 * DRAFT ──submit──▶ SUBMITTED ──publish──▶ PUBLISHED ──▶ FULFILLED
 *   ▲                │     ▲                 │   ▲
 *   │         sendBack     submit        amend   publish, where it asks for more
 *   │                ▼     │                 ▼   │
 *   │               RETURNED               (proposal)
 *   └──reopen── WITHDRAWN, EXPIRED
 * </pre>
 *
 * A draft and a returned need can be revised. Whatever is not yet closed can be withdrawn; what somebody is still waited
 * for expires after its deadline. What agreements take on is kept item by item; when all is taken on, the need is fulfilled,
 * and open again when some of it is given back.
 *
 * <p>Each verb checks, changes and records one {@link NeedChange}. Who may use it is decided by {@link NeedAccess}; what
 * time it is, the caller says.
 */
@Entity
public class Need {

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

    @Embedded
    private Commitments commitments = Commitments.NONE;

    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant publishedAt;

    /** Absent where the publisher gave it no name of its own. */
    @Embedded
    private @Nullable OwnReference own;

    /** Token subjects of all who had a hand in what it says, none of whom therefore reviews it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private List<String> authors = List.of();

    @Embedded
    private Reviewed review = Reviewed.NEVER;

    /** The newest one; it replaces any before it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable PendingAmendment pendingAmendment;

    @Embedded
    private @Nullable Withdrawn withdrawal;

    @Transient
    private @Nullable Counted counted;

    /** Where it stood when it was read or last kept; absent for a new one. */
    @Transient
    private @Nullable NeedStatus stood;

    @Transient
    private final List<NeedChange> changes = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Need() {}

    static Need draft(UUID id, Actor author, NeedTerms terms, String divisionName, Instant now) {
        Need need = new Need();
        need.begin(id, author, terms, divisionName, now);
        need.record(Kind.DRAFTED, author, null, List.of(), false, now);
        return need;
    }

    /** A need that its publisher knows by a name of its own; handed in at once, in one step. */
    public static Need handIn(
            UUID id, OwnReference own, Actor author, NeedTerms terms, String divisionName, HandIn handIn) {
        Need need = new Need();
        need.own = own;
        need.begin(id, author, terms, divisionName, handIn.now());
        need.enter(author, null, List.of(), false, handIn);
        return need;
    }

    /** Replaces everything that is asked for. */
    void revise(Actor author, NeedTerms newTerms, String newDivisionName, Instant now) {
        require(status.editable(), NeedProblem.NOT_DRAFT);
        List<FieldChange> fields = write(author, newTerms, newDivisionName);
        record(Kind.REVISED, author, null, fields, false, now);
    }

    /** Hands the need to another office for review. */
    void submit(Actor author, LocalDate today, Instant now) {
        require(status.editable(), NeedProblem.NOT_DRAFT);
        sign(author);
        enter(author, null, List.of(), false, new HandIn(null, today, now));
    }

    /**
     * Takes over what its publisher says now, whatever became of it since.
     *
     * @param reason required once it was published
     * @return whether that is anything new
     */
    public boolean handInAgain(
            Actor author, NeedTerms newTerms, String newDivisionName, @Nullable String reason, HandIn handIn) {
        if (newTerms.equals(asked())) {
            return false;
        }
        require(status != NeedStatus.FULFILLED, NeedProblem.NOT_OPEN);
        if (status == NeedStatus.PUBLISHED) {
            amend(author, newTerms, newDivisionName, given(reason), handIn);
            return true;
        }
        boolean shown = disclosed();
        if (!status.open()) {
            checkReason(given(reason));
            reset();
        }
        List<FieldChange> fields = write(author, newTerms, newDivisionName);
        enter(author, reason, fields, shown, handIn);
        return true;
    }

    /**
     * Changes what a published need asks for. What asks for more than was reviewed waits for a review, unless there is a
     * standing one; what was published stays in force meanwhile. An amendment to what is in force already takes the
     * waiting one back.
     */
    void amend(Actor author, NeedTerms newTerms, String newDivisionName, String reason, HandIn handIn) {
        require(status == NeedStatus.PUBLISHED, NeedProblem.NOT_PUBLISHED);
        checkReason(reason);
        newTerms.check();
        if (!newTerms.divisionCode().equals(terms.divisionCode())) {
            throw NeedProblem.AMENDMENT_UNFIT.at(
                    "#/divisionCode", "已公布的需求不能改到另一个县。", "A published need does not move to another county.");
        }
        requireDeadlineFrom(newTerms, handIn.today());
        require(pendingAmendment != null || !newTerms.equals(terms), NeedProblem.NOTHING_CHANGED);
        List<FieldChange> fields = NeedDiff.between(terms, newTerms);
        sign(author);
        if (newTerms.equals(terms)) {
            pendingAmendment = null;
            record(Kind.AMENDMENT_RETRACTED, author, reason, fields, true, handIn.now());
        } else if (newTerms.asksForMoreThan(terms) && !handIn.reviewedFor(authors)) {
            pendingAmendment = new PendingAmendment(newTerms, reason, author, handIn.now());
            record(Kind.AMENDMENT_PROPOSED, author, reason, fields, true, handIn.now());
        } else {
            pendingAmendment = null;
            put(newTerms, newDivisionName);
            record(Kind.AMENDED, author, reason, fields, true, handIn.now());
        }
    }

    /** Sends the need back to its county, or refuses the amendment that waits. */
    void sendBack(Actor reviewer, List<String> reasons, Instant now) {
        review(reviewer, reasons, now);
        String reason = String.join("\n", reasons);
        if (pendingAmendment == null) {
            status = NeedStatus.RETURNED;
            record(Kind.RETURNED, reviewer, reason, List.of(), false, now);
        } else {
            List<FieldChange> fields = NeedDiff.between(terms, pendingAmendment.terms());
            pendingAmendment = null;
            record(Kind.AMENDMENT_REFUSED, reviewer, reason, fields, true, now);
        }
    }

    /** Opens the need to offers, or puts the amendment that waits into force. */
    void publish(Actor reviewer, List<String> remarks, LocalDate today, Instant now) {
        review(reviewer, remarks, now);
        if (pendingAmendment == null) {
            requireDeadlineFrom(terms, today);
            status = NeedStatus.PUBLISHED;
            publishedAt = now;
            record(Kind.PUBLISHED, reviewer, null, List.of(), false, now);
        } else {
            PendingAmendment agreed = pendingAmendment;
            requireDeadlineFrom(agreed.terms(), today);
            List<FieldChange> fields = NeedDiff.between(terms, agreed.terms());
            pendingAmendment = null;
            put(agreed.terms(), divisionName);
            record(Kind.AMENDED, reviewer, agreed.reason(), fields, true, now);
        }
    }

    /** Takes the need back. */
    void withdraw(Actor author, String reason, Instant now) {
        require(status.open(), NeedProblem.NOT_OPEN);
        checkReason(reason);
        boolean shown = disclosed();
        status = NeedStatus.WITHDRAWN;
        pendingAmendment = null;
        withdrawal = new Withdrawn(now, reason);
        record(Kind.WITHDRAWN, author, reason, List.of(), shown, now);
    }

    /** Makes a draft again of what was withdrawn or has expired; it goes through review once more. */
    void reopen(Actor author, String reason, Instant now) {
        require(status == NeedStatus.WITHDRAWN || status == NeedStatus.EXPIRED, NeedProblem.NOT_CLOSED);
        checkReason(reason);
        boolean shown = disclosed();
        reset();
        sign(author);
        record(Kind.REOPENED, author, reason, List.of(), shown, now);
    }

    /**
     * Takes part of what is asked for, or all of it, on for one agreement.
     *
     * @param part thousandths of the item's unit by the place of the item, greater than zero
     */
    public void commit(Map<Integer, Long> part, LocalDate today, Instant now) {
        require(status == NeedStatus.PUBLISHED && !terms.deadline().isBefore(today), NeedProblem.NOT_PUBLISHED);
        boolean known = part.entrySet().stream()
                .allMatch(item ->
                        item.getKey() >= 0 && item.getKey() < terms.items().size() && item.getValue() > 0);
        require(known && !part.isEmpty(), NeedProblem.ITEM_UNKNOWN);
        Commitments after = commitments.plus(part, terms.items());
        require(after.within(terms.items()), NeedProblem.ALREADY_COMMITTED);
        boolean all = after.complete(terms.items());
        require(all || terms.splittable(), NeedProblem.NOT_SPLITTABLE);
        commitments = after;
        if (all) {
            status = NeedStatus.FULFILLED;
            pendingAmendment = null;
        }
        record(all ? Kind.FULFILLED : Kind.COMMITTED, null, null, List.of(), true, now);
    }

    /** Gives back what an agreement took on and will not deliver. */
    public void release(Map<Integer, Long> part, String reason, Instant now) {
        Map<Integer, Long> less = new HashMap<>();
        part.forEach((item, amount) -> less.put(item, Math.negateExact(amount)));
        commitments = commitments.plus(less, terms.items());
        if (status == NeedStatus.FULFILLED && !commitments.complete(terms.items())) {
            status = NeedStatus.PUBLISHED;
        }
        record(Kind.RELEASED, null, reason, List.of(), disclosed(), now);
    }

    /** Closes a need whose last day is over and for which somebody was still waited. */
    void expire(LocalDate today, Instant now) {
        require(status.waiting() && terms.deadline().isBefore(today), NeedProblem.NOT_OPEN);
        boolean shown = disclosed();
        status = NeedStatus.EXPIRED;
        pendingAmendment = null;
        record(Kind.EXPIRED, null, null, List.of(), shown, now);
    }

    /** What its publisher wants now: the amendment that waits, or what is in force. */
    public NeedTerms asked() {
        return pendingAmendment == null ? terms : pendingAmendment.terms();
    }

    /** Was it ever shown to the public, and may it still be? What was withdrawn is no longer on offer to anybody. */
    public boolean disclosed() {
        return publishedAt != null && status != NeedStatus.WITHDRAWN;
    }

    private void begin(UUID newId, Actor author, NeedTerms newTerms, String newDivisionName, Instant now) {
        id = newId;
        createdAt = now;
        newTerms.check();
        sign(author);
        put(newTerms, newDivisionName);
    }

    private void enter(Actor author, @Nullable String reason, List<FieldChange> fields, boolean shown, HandIn handIn) {
        requireDeadlineFrom(terms, handIn.today());
        if (handIn.reviewedFor(authors)) {
            status = NeedStatus.PUBLISHED;
            publishedAt = handIn.now();
            review = new Reviewed(handIn.now(), handIn.standingReviewer(), List.of(), true);
            record(Kind.PUBLISHED, author, reason, fields, shown, handIn.now());
        } else {
            status = NeedStatus.SUBMITTED;
            record(Kind.SUBMITTED, author, reason, fields, shown, handIn.now());
        }
    }

    private void review(Actor reviewer, List<String> reasons, Instant now) {
        require(status == NeedStatus.SUBMITTED || pendingAmendment != null, NeedProblem.NOT_SUBMITTED);
        require(!authors.contains(reviewer.id()), NeedProblem.REVIEWER_IS_AUTHOR);
        for (int i = 0; i < reasons.size(); i++) {
            PersonalData.refuse(NeedProblem.PERSONAL_DATA, Map.of("#/reasons/" + i, reasons.get(i)));
        }
        review = new Reviewed(now, reviewer.id(), List.copyOf(reasons), false);
    }

    private List<FieldChange> write(Actor author, NeedTerms newTerms, String newDivisionName) {
        newTerms.check();
        sign(author);
        List<FieldChange> fields = NeedDiff.between(terms, newTerms);
        put(newTerms, newDivisionName);
        return fields;
    }

    private void put(NeedTerms newTerms, String newDivisionName) {
        require(
                commitments.equals(Commitments.NONE) || commitments.allow(terms.items(), newTerms.items()),
                NeedProblem.ITEM_COMMITTED);
        terms = newTerms;
        divisionName = newDivisionName;
        valueFen = newTerms.valueFen();
    }

    private void reset() {
        status = NeedStatus.DRAFT;
        publishedAt = null;
        withdrawal = null;
    }

    private void sign(Actor author) {
        authors = Stream.concat(authors.stream(), Stream.of(author.id()))
                .distinct()
                .toList();
    }

    /** @param shown did the public see the need before? */
    private void record(
            Kind kind,
            @Nullable Actor by,
            @Nullable String reason,
            List<FieldChange> fields,
            boolean shown,
            Instant now) {
        updatedAt = now;
        boolean toldPublic = !kind.ofProposal() && (shown || disclosed());
        changes.add(new NeedChange(kind, now, reason, by, fields, toldPublic));
    }

    private static void requireDeadlineFrom(NeedTerms terms, LocalDate today) {
        require(!terms.deadline().isBefore(today), NeedProblem.DEADLINE_PASSED);
    }

    private static String given(@Nullable String reason) {
        if (reason == null) {
            throw NeedProblem.REASON_MISSING.at("#/reason", "请说明理由。", "Say why.");
        }
        return reason;
    }

    private static void checkReason(String reason) {
        PersonalData.refuse(NeedProblem.PERSONAL_DATA, Map.of("#/reason", reason));
    }

    private static void require(boolean allowed, ProblemType otherwise) {
        if (!allowed) {
            throw otherwise.problem();
        }
    }

    /** Knows what is counted of it, and where it stands, when it is read. */
    @PostLoad
    void counted() {
        counted = Counted.of(this);
        stood = status;
    }

    /** Where it stood before what is kept now. */
    @Nullable
    NeedStatus takeStood() {
        NeedStatus before = stood;
        stood = status;
        return before;
    }

    /** What statistics have to count since the last call. */
    List<Fact> takeFacts() {
        Counted now = Counted.of(this);
        List<Fact> facts = Counted.between(counted, now, updatedAt);
        counted = now;
        return facts;
    }

    /** What happened since the last call, oldest first. */
    List<NeedChange> takeChanges() {
        List<NeedChange> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public NeedStatus status() {
        return status;
    }

    public NeedTerms terms() {
        return terms;
    }

    public Commitments commitments() {
        return commitments;
    }

    public String divisionName() {
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

    List<String> authors() {
        return authors;
    }

    public Optional<OwnReference> own() {
        return Optional.ofNullable(own);
    }

    Reviewed review() {
        return review;
    }

    Optional<PendingAmendment> pendingAmendment() {
        return Optional.ofNullable(pendingAmendment);
    }

    Optional<Withdrawn> withdrawal() {
        return Optional.ofNullable(withdrawal);
    }
}
