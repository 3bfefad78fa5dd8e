package org.duijie.organization.offer;

import org.duijie.chassis.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One line of an offer as it is shown: what was said of it, and how much is promised and left.
 *
 * @param quantity decimal string, at most three decimals; so are {@code committed} and {@code left}. What is neither is
 *     held for agreements in the making
 */
@Schema(
        name = "OfferedItem",
        description = "物项及余量 · One line of what is offered, and how much of it is left",
        requiredProperties = {"kind", "resourceCode", "description", "quantity", "unit", "value", "committed", "left"})
public record OfferedItem(
        OfferItem.Kind kind,
        @Schema(examples = "GOODS.BOOKS") String resourceCode,
        @Schema(examples = "小学课外读物") String description,
        @Schema(examples = "2000") String quantity,
        @Schema(examples = "册") String unit,

        @Schema(description = "Estimated value of the whole line")
        Money value,

        @Schema(description = "Promised by agreements", examples = "800")
        String committed,

        @Schema(description = "Neither promised nor held for agreements in the making", examples = "1000")
        String left) {

    static OfferedItem of(OfferItem item) {
        return new OfferedItem(
                item.kind(),
                item.resourceCode(),
                item.description(),
                OfferItemBody.decimal(item.quantity()),
                item.unit(),
                Money.ofFen(item.valueFen()),
                OfferItemBody.decimal(item.committed()),
                OfferItemBody.decimal(item.left()));
    }
}
