package org.duijie.organization.offer;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.money.Money;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/**
 * What an organization can give. An offer is {@code OPEN} from the day it is made, {@code EXHAUSTED} while nothing of it
 * is left, and ends once: {@code EXPIRED} after its last day, {@code WITHDRAWN} by its organization.
 *
 * <p>Its capacity is held for agreements in the making, promised by agreements, and given back: per line,
 * {@code reserved + committed ≤ quantity} always.
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

    /** Where it stood when it was read; absent for a new one. */
    @Transient
    private @Nullable OfferStatus stood;

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

    /**
     * Holds a part of it for an agreement in the making: all that is wanted, or nothing.
     *
     * <p>What is wanted is taken from the lines that can serve it, the narrowest first, so that a broad line is kept for
     * those who find no other.
     *
     * @param bounded do the offer's smallest and largest commitment hold? Its own organization may waive them
     * @return from which lines it was taken, for each thing wanted in turn
     */
    List<List<Share>> reserve(List<Wanted> wanted, boolean bounded, LocalDate today, Instant now) {
        requireOpen();
        if (terms.validUntil().isBefore(today)) {
            throw OfferProblem.NOT_OPEN.because("该资源的有效期已过。", "The offer's last day is over.");
        }
        if (bounded) {
            requireWithinBounds(wanted.stream().mapToLong(Wanted::valueFen).sum());
        }
        List<OfferItem> lines = new ArrayList<>(items);
        List<List<Share>> shares =
                wanted.stream().map(thing -> take(thing, lines)).toList();
        become(lines, now);
        return shares;
    }

    private void requireWithinBounds(long fen) {
        if (fen < terms.smallestCommitmentFen() || fen > terms.largestCommitmentFen()) {
            String least = Money.ofFen(terms.smallestCommitmentFen()).amount();
            String most = Money.ofFen(terms.largestCommitmentFen()).amount();
            String asked = Money.ofFen(fen).amount();
            throw OfferProblem.OUTSIDE_BOUNDS.because(
                    "每份协议的价值须在 " + least + " 元至 " + most + " 元之间，这份为 " + asked + " 元。",
                    "One agreement takes from " + least + " to " + most + " yuan; this one is worth " + asked + ".");
        }
    }

    private static List<Share> take(Wanted wanted, List<OfferItem> lines) {
        List<Integer> serving = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).serves(wanted))
                .boxed()
                .sorted(Comparator.comparingInt(line -> -lines.get(line).depth()))
                .toList();
        List<Share> shares = new ArrayList<>();
        BigDecimal missing = wanted.quantity();
        for (int line : serving) {
            BigDecimal taken = missing.min(lines.get(line).left());
            if (taken.signum() > 0) {
                lines.set(line, lines.get(line).holding(taken));
                shares.add(new Share(line, taken));
                missing = missing.subtract(taken);
            }
        }
        if (missing.signum() > 0) {
            throw notEnoughLeft(wanted, wanted.quantity().subtract(missing));
        }
        return List.copyOf(shares);
    }

    private static RuntimeException notEnoughLeft(Wanted wanted, BigDecimal left) {
        String asked = OfferItemBody.decimal(wanted.quantity()) + " " + wanted.unit();
        String there = OfferItemBody.decimal(left) + " " + wanted.unit();
        return OfferProblem.NOT_ENOUGH_LEFT.because(
                wanted.resourceCode() + " 需要 " + asked + "，只余 " + there + "。",
                "Of " + wanted.resourceCode() + " " + asked + " are wanted and " + there + " are left.");
    }

    /** Promises what was held: the agreement is made. */
    void commit(List<Share> shares, Instant now) {
        List<OfferItem> lines = new ArrayList<>(items);
        for (Share share : shares) {
            OfferItem line = lines.get(share.line());
            lines.set(share.line(), line.holding(share.quantity().negate()).promising(share.quantity()));
        }
        become(lines, now);
    }

    /** Gives back what was held: there will be no agreement. */
    void release(List<Share> shares, LocalDate today, Instant now) {
        List<OfferItem> lines = new ArrayList<>(items);
        shares.forEach(share -> lines.set(
                share.line(), lines.get(share.line()).holding(share.quantity().negate())));
        becomeFreer(lines, today, now);
    }

    /** Gives back what was promised and will not be delivered. */
    void giveBack(List<Share> shares, LocalDate today, Instant now) {
        List<OfferItem> lines = new ArrayList<>(items);
        shares.forEach(share -> lines.set(
                share.line(), lines.get(share.line()).promising(share.quantity().negate())));
        becomeFreer(lines, today, now);
    }

    private void becomeFreer(List<OfferItem> lines, LocalDate today, Instant now) {
        if (status == OfferStatus.EXHAUSTED) {
            status = terms.validUntil().isBefore(today) ? OfferStatus.EXPIRED : OfferStatus.OPEN;
            occupy(lines, now);
            events.add(status == OfferStatus.OPEN ? new OfferEvent.Replenished(this) : new OfferEvent.Expired(this));
        } else {
            become(lines, now);
        }
    }

    private void become(List<OfferItem> lines, Instant now) {
        occupy(lines, now);
        if (status == OfferStatus.OPEN
                && items.stream().allMatch(line -> line.left().signum() == 0)) {
            status = OfferStatus.EXHAUSTED;
            events.add(new OfferEvent.Exhausted(this));
        } else {
            events.add(new OfferEvent.CapacityChanged(this));
        }
    }

    private void occupy(List<OfferItem> lines, Instant now) {
        for (int i = 0; i < lines.size(); i++) {
            items.set(i, lines.get(i));
        }
        updatedAt = now;
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

    @PostLoad
    void read() {
        stood = status;
    }

    @Nullable
    OfferStatus stood() {
        return stood;
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
