package org.duijie.organization.reservation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duijie.organization.offer.Share;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What an offer holds for one proposal. Its id is the proposal's, so that there cannot be two.
 *
 * <pre>
 *   MADE → COMMITTED      or REFUSED from the beginning
 *     └──────┴──→ RELEASED
 * </pre>
 *
 * It follows the proposal and decides nothing but the first step; a state of the proposal that is not newer than the one
 * it has followed changes nothing.
 */
@Entity
class Reservation {

    @Id
    private UUID id;

    /** 1 when made or refused, one more with every answer after that. */
    @Version
    private long version = 1;

    /** The newest version of the proposal that was followed. */
    private long proposalVersion;

    private UUID offerId;
    private UUID needId;
    private String creditCode;
    private String divisionCode;

    @Enumerated(EnumType.STRING)
    private ReservationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<ReservedItem> items;

    @JdbcTypeCode(SqlTypes.JSON)
    private @Nullable Refusal refusal;

    private Instant createdAt;
    private Instant updatedAt;

    @Transient
    private final List<ReservationEvent> events = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Reservation() {}

    private Reservation(ProposalMessage proposal, ReservationStatus status, List<ReservedItem> items, Instant now) {
        this.id = proposal.id();
        this.proposalVersion = proposal.version();
        this.offerId = proposal.offerId();
        this.needId = proposal.needId();
        this.creditCode = proposal.organization().creditCode();
        this.divisionCode = proposal.divisionCode();
        this.status = status;
        this.items = items;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** The offer holds what the proposal wants. */
    static Reservation made(ProposalMessage proposal, List<ReservedItem> items, Instant now) {
        Reservation reservation = new Reservation(proposal, ReservationStatus.MADE, items, now);
        reservation.events.add(new ReservationEvent.Made(reservation));
        return reservation;
    }

    /** The offer holds nothing, and will not for this proposal. */
    static Reservation refused(ProposalMessage proposal, Refusal refusal, Instant now) {
        Reservation reservation =
                new Reservation(proposal, ReservationStatus.REFUSED, proposal.holding(List.of()), now);
        reservation.refusal = refusal;
        reservation.events.add(new ReservationEvent.Refused(reservation));
        return reservation;
    }

    /** Takes note of a state of the proposal; tells whether it is newer than what was followed so far. */
    boolean follows(long newer) {
        boolean follows = newer > proposalVersion;
        proposalVersion = Math.max(proposalVersion, newer);
        return follows;
    }

    /** Says once more what was decided: somebody still waits for the answer. */
    void answerAgain(Instant now) {
        updatedAt = now;
        events.add(
                switch (status) {
                    case MADE -> new ReservationEvent.Made(this);
                    case COMMITTED -> new ReservationEvent.Committed(this);
                    case RELEASED -> new ReservationEvent.Released(this);
                    case REFUSED -> new ReservationEvent.Refused(this);
                });
    }

    /**
     * The agreement is made.
     *
     * @return the shares that are promised from now on; none where it was not held, or was promised before
     */
    List<Share> commit(Instant now) {
        if (status != ReservationStatus.MADE) {
            return List.of();
        }
        status = ReservationStatus.COMMITTED;
        updatedAt = now;
        events.add(new ReservationEvent.Committed(this));
        return shares();
    }

    /**
     * There will be no agreement.
     *
     * @return the shares that were held until now; none where nothing was, or where it is promised
     */
    List<Share> release(Instant now) {
        if (status != ReservationStatus.MADE) {
            return List.of();
        }
        return letGo(items.stream().map(ReservedItem::givenBack).toList(), now);
    }

    /**
     * The carrying-out has ended early: what was not delivered is free again.
     *
     * @param undelivered how much of each item, by its place among the need's items
     * @return the shares that were promised until now; none where nothing was promised or everything was delivered
     */
    List<Share> settle(Map<Integer, BigDecimal> undelivered, Instant now) {
        if (status != ReservationStatus.COMMITTED) {
            return List.of();
        }
        List<ReservedItem> kept = items.stream()
                .map(item ->
                        item.keeping(item.quantity().subtract(undelivered.getOrDefault(item.item(), BigDecimal.ZERO))))
                .toList();
        return letGo(kept, now);
    }

    private List<Share> letGo(List<ReservedItem> kept, Instant now) {
        List<Share> given = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            given.addAll(items.get(i).beyond(kept.get(i)));
        }
        if (!given.isEmpty()) {
            items = kept;
            status = shares().isEmpty() ? ReservationStatus.RELEASED : status;
            updatedAt = now;
            events.add(new ReservationEvent.Released(this));
        }
        return List.copyOf(given);
    }

    private List<Share> shares() {
        return items.stream().flatMap(item -> item.shares().stream()).toList();
    }

    /** What happened since the last call, oldest first. */
    List<ReservationEvent> takeEvents() {
        List<ReservationEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID offerId() {
        return offerId;
    }

    UUID needId() {
        return needId;
    }

    String creditCode() {
        return creditCode;
    }

    String divisionCode() {
        return divisionCode;
    }

    ReservationStatus status() {
        return status;
    }

    List<ReservedItem> items() {
        return items;
    }

    Optional<Refusal> refusal() {
        return Optional.ofNullable(refusal);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
