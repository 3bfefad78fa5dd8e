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

    /** A line of which nothing is spoken for. */
    static OfferItem untouched(
            Kind kind, String resourceCode, String description, BigDecimal quantity, String unit, long valueFen) {
        return new OfferItem(
                kind, resourceCode, description, quantity, unit, valueFen, BigDecimal.ZERO, BigDecimal.ZERO);
    }
}
