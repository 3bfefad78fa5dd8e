package org.duijie.organization.offer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * What an organization can give. An offer is {@code OPEN} from the day it is made, and ends once: {@code EXHAUSTED} when
 * all of it is promised, {@code EXPIRED} after its last day, {@code WITHDRAWN} by its organization.
 */
@Entity
class Offer {

    @Id
    private UUID id;

    /** 1 when opened, one more with every change. */
    @Version
    private long version = 1;

    private UUID organizationId;

    /** Repeated here because it never changes, and says who may act. */
    private String creditCode;

    @Enumerated(EnumType.STRING)
    private OfferStatus status = OfferStatus.OPEN;

    private @Nullable String withdrawalReason;

    @Embedded
    private OfferTerms terms;

    /** Sum over the items, in fen: kept so that the database can add offers up. */
    private long valueFen;

    @ElementCollection
    @CollectionTable(name = "offer_item")
    @OrderColumn(name = "position")
    @BatchSize(size = 200)
    private List<OfferItem> items;

    /** Absent where its publisher gave it no name. */
    @Embedded
    private @Nullable OwnReference reference;

    private Instant createdAt;
    private Instant updatedAt;

    @Transient
    private final List<OfferEvent> events = new ArrayList<>();

    /** For Hibernate only. */
    @SuppressWarnings("NullAway.Init")
    Offer() {}

    /**
     * Makes an offer.
     *
     * @param today the last day of an offer must not be before it
     */
    static Offer open(
            UUID id,
            UUID organizationId,
            String creditCode,
            OfferTerms terms,
            List<OfferItem> items,
            @Nullable OwnReference reference,
            LocalDate today,
            Instant now) {
        requirePeriod(terms, today);
        Offer offer = new Offer();
        offer.id = id;
        offer.organizationId = organizationId;
        offer.creditCode = creditCode;
        offer.items = new ArrayList<>();
        offer.put(terms, items);
        offer.reference = reference;
        offer.createdAt = now;
        offer.updatedAt = now;
        offer.events.add(new OfferEvent.Opened(offer));
        return offer;
    }

    /**
     * Puts other terms and items in place of those before. Saying the same again changes nothing.
     *
     * @param today the last day must not be before it
     * @return whether anything changed
     */
    boolean amend(OfferTerms amended, List<OfferItem> lines, LocalDate today, Instant now) {
        requireOpen();
        if (says(amended, lines)) {
            return false;
        }
        requirePeriod(amended, today);
        put(amended, takingOver(lines));
        updatedAt = now;
        events.add(new OfferEvent.Amended(this));
        return true;
    }

    private boolean says(OfferTerms other, List<OfferItem> lines) {
        return terms.equals(other)
                && items.size() == lines.size()
                && IntStream.range(0, items.size()).allMatch(i -> items.get(i).says(lines.get(i)));
    }

    /** The new lines with what is spoken for of the old ones, which must still be there. */
    private List<OfferItem> takingOver(List<OfferItem> lines) {
        List<OfferItem> kept = new ArrayList<>(lines);
        for (int i = 0; i < items.size(); i++) {
            OfferItem before = items.get(i);
            if (before.spokenFor().signum() > 0) {
                if (i >= lines.size() || !lines.get(i).covers(before)) {
                    throw OfferProblem.SPOKEN_FOR.at(
                            "#/items/" + i,
                            "已占用 " + before.spokenFor().toPlainString() + " " + before.unit() + "。",
                            before.spokenFor().toPlainString() + " " + before.unit() + " are spoken for.");
                }
                kept.set(i, lines.get(i).inPlaceOf(before));
            }
        }
        return kept;
    }

    private void put(OfferTerms said, List<OfferItem> lines) {
        terms = said;
        items.clear();
        items.addAll(lines);
        valueFen = lines.stream().mapToLong(OfferItem::valueFen).sum();
    }

    /** Takes the offer back. */
    void withdraw(String reason, Instant now) {
        requireOpen();
        status = OfferStatus.WITHDRAWN;
        withdrawalReason = reason;
        updatedAt = now;
        events.add(new OfferEvent.Withdrawn(this));
    }

    /** Closes an offer whose last day is over. */
    void expire(LocalDate today, Instant now) {
        requireOpen();
        if (!terms.validUntil().isBefore(today)) {
            throw OfferProblem.PERIOD_NOT_PASSED.problem();
        }
        status = OfferStatus.EXPIRED;
        updatedAt = now;
        events.add(new OfferEvent.Expired(this));
    }

    private static void requirePeriod(OfferTerms terms, LocalDate today) {
        if (terms.validUntil().isBefore(today)) {
            throw OfferProblem.PERIOD_PASSED.at("#/validUntil", "有效期已过。", "The offer's last day is over.");
        }
    }

    private void requireOpen() {
        if (status != OfferStatus.OPEN) {
            throw OfferProblem.NOT_OPEN.because(
                    "该资源当前状态为“" + status.label().zh() + "”。",
                    "The offer is " + status.label().en() + ".");
        }
    }

    /** What happened since the last call, oldest first. */
    List<OfferEvent> takeEvents() {
        List<OfferEvent> taken = List.copyOf(events);
        events.clear();
        return taken;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID organizationId() {
        return organizationId;
    }

    String creditCode() {
        return creditCode;
    }

    OfferStatus status() {
        return status;
    }

    Optional<String> withdrawalReason() {
        return Optional.ofNullable(withdrawalReason);
    }

    OfferTerms terms() {
        return terms;
    }

    List<OfferItem> items() {
        return List.copyOf(items);
    }

    long valueFen() {
        return valueFen;
    }

    Optional<OwnReference> reference() {
        return Optional.ofNullable(reference);
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
