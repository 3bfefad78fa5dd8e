package org.duijie.matching.proposal;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.proposal.ProposalChange.Kind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * One side's wish to act on a match, or on an invitation outside one, and what the two sides make of it.
 *
 * <pre>
 *   PROPOSED ⇄ (counter-proposal) → ACCEPTED → AGREED
 *      ├→ DECLINED, WITHDRAWN, EXPIRED   └→ REFUSED
 * </pre>
 *
 * While it is {@code PROPOSED} the sides take turns: whoever made the present terms waits, the other answers. From
 * {@code ACCEPTED} on neither can go back; it is a saga then, whose steps are its {@link Stage}: organization-service
 * reserves, project-service commits, or one of them refuses and the other's part is undone.
 *
 * <p>Each verb checks, changes and records one {@link ProposalChange}. Who may use it is decided by
 * {@link ProposalAccess}; what time it is, the caller says.
 */
@Entity
class Proposal {

    @Id
    private UUID id;

    /** 1 when proposed, one more with every change. */
    @Version
    private long version = 1;

    private UUID needId;

    /** Of the need, when the present terms were made. */
    private long needVersion;

    private String needTitle;

    /** Of the need's county. */
    private String divisionCode;

    private UUID offerId;
    private long offerVersion;
    private String offerTitle;

    @Embedded
    private Donor donor;

    /** Who made the first terms. */
    @Enumerated(EnumType.STRING)
    private Side initiator;

    /** Outside a match: the offer's own wishes do not cover it, and its organization agrees to it all the same. */
    private boolean byInvitation;

    @Enumerated(EnumType.STRING)
    private ProposalStatus status = ProposalStatus.PROPOSED;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    private Instant stageSince;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProposalTerms terms;

    /** Sum over the items, in fen: kept so that the database can add proposals up. */
    private long valueFen;

    /** The account that made the present terms: it does not accept them. */
    private String proposedBy;

    /** Last day for the answer to the present terms. */
    private LocalDate answerBy;

    /** Of the side whose answer is waited for now. */
    private int reminders;

    private @Nullable Instant remindedAt;
    private @Nullable Instant escalatedAt;

    /** Code of the office that was told of the silence. */
    private @Nullable String escalatedTo;

    /** When the present step of the saga was last asked for. */
    private @Nullable Instant askedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Closing closing;

    private @Nullable UUID projectId;
    private Instant createdAt;
    private Instant updatedAt;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant agreedAt;

    /** Where it stood when it was read; absent for a new one. */
    @Transient
    private @Nullable ProposalStatus stood;

    @Transient
    private final List<ProposalChange> changes = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Proposal() {}

    /**
     * Makes a proposal.
     *
     * @param answerBy last day for the answer
     */
    static Proposal propose(UUID id, Subject subject, ProposalTerms terms, Actor by, LocalDate answerBy, Instant now) {
        Proposal proposal = new Proposal();
        proposal.id = id;
        proposal.needId = subject.need().id();
        proposal.divisionCode = subject.need().divisionCode();
        proposal.offerId = subject.offer().id();
        proposal.initiator = by.side();
        proposal.createdAt = now;
        proposal.put(subject, terms, by, answerBy, now);
        proposal.record(Kind.PROPOSED, by, null, terms, now);
        return proposal;
    }

    /** Answers with other terms; now it is the other side's turn. */
    void counter(
            Subject subject, ProposalTerms other, Actor by, LocalDate lastDay, @Nullable String reason, Instant now) {
        requireTurn(by.side());
        put(subject, other, by, lastDay, now);
        record(Kind.COUNTERED, by, reason, other, now);
    }

    private void put(Subject subject, ProposalTerms said, Actor by, LocalDate lastDay, Instant now) {
        needVersion = subject.need().version();
        needTitle = subject.need().title();
        offerVersion = subject.offer().version();
        offerTitle = subject.offer().title();
        donor = Donor.of(subject.organization());
        byInvitation = subject.byInvitation();
        terms = said;
        valueFen = said.valueFen();
        proposedBy = by.id();
        answerBy = lastDay;
        reminders = 0;
        remindedAt = null;
        escalatedAt = null;
        escalatedTo = null;
        enter(Stage.awaiting(by.side().other()), now);
    }

    /** Both sides want it: the offer's capacity is asked for. */
    void accept(Actor by, Instant now) {
        requireTurn(by.side());
        if (by.id().equals(proposedBy)) {
            throw ProposalProblem.ANSWERER_IS_PROPOSER.problem();
        }
        status = ProposalStatus.ACCEPTED;
        acceptedAt = now;
        ask(Stage.AWAITING_RESERVATION, now);
        record(Kind.ACCEPTED, by, null, null, now);
    }

    /** The side that was to answer does not want it. */
    void decline(Actor by, String reason, Instant now) {
        requireTurn(by.side());
        conclude(ProposalStatus.DECLINED, Closing.of("declined", reason), now);
        record(Kind.DECLINED, by, reason, null, now);
    }

    /** The side whose terms wait for an answer takes them back. */
    void withdraw(Actor by, String reason, Instant now) {
        requireTurn(by.side().other());
        conclude(ProposalStatus.WITHDRAWN, Closing.of("withdrawn", reason), now);
        record(Kind.WITHDRAWN, by, reason, null, now);
    }

    /** The last day for an answer is over. */
    void expire(LocalDate today, Instant now) {
        if (!answerBy.isBefore(today)) {
            throw ProposalProblem.TIME_NOT_OVER.problem();
        }
        Side silent = turn();
        conclude(
                ProposalStatus.EXPIRED,
                Closing.of(
                        "expired",
                        Text.of(
                                silent.label().zh() + "未在 " + answerBy + " 前答复。",
                                silent.label().en() + " did not answer by " + answerBy + ".")),
                now);
        record(Kind.EXPIRED, null, null, null, now);
    }

    /** The side that is to answer is reminded that it is. */
    void remind(Instant now) {
        turn();
        reminders++;
        remindedAt = now;
        record(Kind.REMINDED, null, null, null, now);
    }

    /** 督促: the office above the silent side is told, and sees the proposal from now on. */
    void escalate(Instant now) {
        escalatedTo = turn() == Side.COUNTY ? officeAbove(divisionCode) : donor.registrarDivision();
        escalatedAt = now;
        record(Kind.ESCALATED, null, null, null, now);
    }

    /**
     * The prefecture of a county; of one that is under the province itself (the prefecture's place says 90) the province.
     */
    private static String officeAbove(String county) {
        return county.startsWith("90", 2) ? county.substring(0, 2) + "0000" : county.substring(0, 4) + "00";
    }

    /** The offer holds the capacity: now the need is asked. An answer that is not waited for changes nothing. */
    void reserved(Instant now) {
        if (stage == Stage.AWAITING_RESERVATION) {
            ask(Stage.RESERVED, now);
            record(Kind.RESERVED, null, null, null, now);
        }
    }

    /** The offer cannot: there is nothing to undo. */
    void notReserved(Closing why, Instant now) {
        if (stage == Stage.AWAITING_RESERVATION) {
            refuse(why, now);
        }
    }

    /** The need has committed, there is a project. */
    void agreed(UUID project, Instant now) {
        if (stage == Stage.RESERVED) {
            status = ProposalStatus.AGREED;
            projectId = project;
            agreedAt = now;
            enter(Stage.CONCLUDED, now);
            record(Kind.AGREED, null, null, null, now);
        }
    }

    /** The need cannot: the capacity is given back by whoever hears of it. */
    void notCommitted(Closing why, Instant now) {
        if (stage == Stage.RESERVED) {
            refuse(why, now);
        }
    }

    private void refuse(Closing why, Instant now) {
        conclude(ProposalStatus.REFUSED, why, now);
        record(Kind.REFUSED, null, null, null, now);
    }

    /** The step that is waited for is asked for once more. */
    void askAgain(Duration patience, Instant now) {
        if (status == ProposalStatus.ACCEPTED
                && askedAt != null
                && !askedAt.plus(patience).isAfter(now)) {
            askedAt = now;
            record(Kind.ASKED_AGAIN, null, null, null, now);
        }
    }

    private void ask(Stage step, Instant now) {
        askedAt = now;
        enter(step, now);
    }

    private void conclude(ProposalStatus end, Closing why, Instant now) {
        status = end;
        closing = why;
        enter(Stage.CONCLUDED, now);
    }

    private void enter(Stage entered, Instant now) {
        stage = entered;
        stageSince = now;
        if (entered == Stage.CONCLUDED) {
            askedAt = null;
        }
    }

    /** Who is to answer. */
    Side turn() {
        if (status != ProposalStatus.PROPOSED) {
            throw ProposalProblem.NOT_OPEN.because(
                    "该意向当前状态为“" + status.label().zh() + "”。",
                    "The proposal is " + status.label().en() + ".");
        }
        return stage == Stage.AWAITING_COUNTY ? Side.COUNTY : Side.ORGANIZATION;
    }

    private void requireTurn(Side side) {
        if (turn() != side) {
            throw ProposalProblem.NOT_YOUR_TURN.because(
                    "现在等待的是" + turn().label().zh() + "。",
                    "It is " + turn().label().en() + " that is waited for.");
        }
    }

    private void record(
            Kind kind, @Nullable Actor by, @Nullable String reason, @Nullable ProposalTerms said, Instant now) {
        updatedAt = now;
        changes.add(new ProposalChange(kind, now, by, reason, said));
    }

    @PostLoad
    void read() {
        stood = status;
    }

    Optional<ProposalStatus> stood() {
        return Optional.ofNullable(stood);
    }

    /** What happened since the last call, oldest first. */
    List<ProposalChange> takeChanges() {
        List<ProposalChange> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID needId() {
        return needId;
    }

    long needVersion() {
        return needVersion;
    }

    String needTitle() {
        return needTitle;
    }

    String divisionCode() {
        return divisionCode;
    }

    UUID offerId() {
        return offerId;
    }

    long offerVersion() {
        return offerVersion;
    }

    String offerTitle() {
        return offerTitle;
    }

    Donor donor() {
        return donor;
    }

    Side initiator() {
        return initiator;
    }

    boolean byInvitation() {
        return byInvitation;
    }

    ProposalStatus status() {
        return status;
    }

    Stage stage() {
        return stage;
    }

    Instant stageSince() {
        return stageSince;
    }

    ProposalTerms terms() {
        return terms;
    }

    long valueFen() {
        return valueFen;
    }

    LocalDate answerBy() {
        return answerBy;
    }

    int reminders() {
        return reminders;
    }

    Optional<Instant> remindedAt() {
        return Optional.ofNullable(remindedAt);
    }

    Optional<Instant> escalatedAt() {
        return Optional.ofNullable(escalatedAt);
    }

    Optional<String> escalatedTo() {
        return Optional.ofNullable(escalatedTo);
    }

    Optional<Closing> closing() {
        return Optional.ofNullable(closing);
    }

    Optional<UUID> projectId() {
        return Optional.ofNullable(projectId);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    Optional<Instant> acceptedAt() {
        return Optional.ofNullable(acceptedAt);
    }

    Optional<Instant> agreedAt() {
        return Optional.ofNullable(agreedAt);
    }
}
