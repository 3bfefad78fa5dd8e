package org.duijie.organization.offer;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of an offer, and how much of it is spoken for.
 *
 * @param resourceCode dotted code that begins with the kind, such as {@code GOODS.BOOKS}
 * @param quantity greater than zero, in {@code unit}
 * @param valueFen estimated value of the whole line, in fen
 * @param reserved quantity held for agreements in the making
 * @param committed quantity promised by agreements; {@code reserved + committed ≤ quantity} always
 */
@Embeddable
record OfferItem(
        @Enumerated(EnumType.STRING) Kind kind,
        String resourceCode,
        String description,
        BigDecimal quantity,
        String unit,
        long valueFen,
        BigDecimal reserved,
        BigDecimal committed) {

    /** 资金、物资、服务、志愿者. */
    @Schema(name = "OfferItemKind")
    public enum Kind {
        FUNDS,
        GOODS,
        SERVICE,
        VOLUNTEERS
    }

    /** Held or promised to somebody. */
    BigDecimal spokenFor() {
        return reserved.add(committed);
    }

    /** Neither held nor promised. */
    BigDecimal left() {
        return quantity.subtract(spokenFor());
    }

    /** Can this line serve what is wanted? It is counted in the same unit, and of the same thing or a broader one. */
    boolean serves(Wanted wanted) {
        return unit.equals(wanted.unit())
                && (resourceCode.equals(wanted.resourceCode())
                        || wanted.resourceCode().startsWith(resourceCode + "."));
    }

    /** How many segments the code has: the more, the narrower. */
    int depth() {
        return resourceCode.split("\\.", -1).length;
    }

    /** This line with that much more held, or less where it is negative. */
    OfferItem holding(BigDecimal more) {
        return speakingFor(reserved.add(more), committed);
    }

    /** This line with that much more promised, or less where it is negative. */
    OfferItem promising(BigDecimal more) {
        return speakingFor(reserved, committed.add(more));
    }

    /** The invariant: never below zero, never beyond what there is. */
    private OfferItem speakingFor(BigDecimal held, BigDecimal promised) {
        if (held.signum() < 0 || promised.signum() < 0 || held.add(promised).compareTo(quantity) > 0) {
            throw new IllegalStateException(
                    "Of " + quantity + " " + held + " would be held and " + promised + " promised");
        }
        return new OfferItem(kind, resourceCode, description, quantity, unit, valueFen, held, promised);
    }

    /** Says the same, however the quantity is written and whatever is spoken for. */
    boolean says(OfferItem other) {
        return kind == other.kind
                && resourceCode.equals(other.resourceCode)
                && description.equals(other.description)
                && quantity.compareTo(other.quantity) == 0
                && unit.equals(other.unit)
                && valueFen == other.valueFen;
    }

    /** Could this line take over what is spoken for of the other? It is of the same thing, and enough of it. */
    boolean covers(OfferItem other) {
        return kind == other.kind
                && resourceCode.equals(other.resourceCode)
                && unit.equals(other.unit)
                && quantity.compareTo(other.spokenFor()) >= 0;
    }

    /** This line, with as much of it spoken for as of the other. */
    OfferItem inPlaceOf(OfferItem other) {
        return new OfferItem(
                kind, resourceCode, description, quantity, unit, valueFen, other.reserved, other.committed);
    }

    /** A line of which nothing is spoken for. */
    static OfferItem untouched(
            Kind kind, String resourceCode, String description, BigDecimal quantity, String unit, long valueFen) {
        return new OfferItem(
                kind, resourceCode, description, quantity, unit, valueFen, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
