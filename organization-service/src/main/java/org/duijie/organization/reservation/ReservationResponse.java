package org.duijie.organization.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.organization.offer.OfferItemBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it is shown and as it is told in events.
 *
 * @param id the proposal's
 * @param refusal present where nothing could be held
 */
@Schema(
        name = "Reservation",
        description = "资源预留 · What an offer holds or promises for one proposal",
        requiredProperties = {
            "id",
            "version",
            "offerId",
            "needId",
            "creditCode",
            "divisionCode",
            "status",
            "items",
            "createdAt",
            "updatedAt"
        })
public record ReservationResponse(
        @Schema(description = "The proposal's id") UUID id,
        @Schema(examples = "1") long version,
        UUID offerId,
        UUID needId,
        @Schema(examples = "53110000500302806B") String creditCode,
        @Schema(examples = "130722") String divisionCode,
        ReservationStatus status,
        List<Item> items,
        @Nullable Refusal refusal,
        Instant createdAt,
        Instant updatedAt)
        implements Versioned {

    /**
     * One thing that the proposal wants.
     *
     * @param quantity decimal string, as proposed
     * @param held decimal string: how much is held or promised now
     */
    @Schema(
            name = "ReservedItem",
            requiredProperties = {"item", "resourceCode", "unit", "quantity", "value", "held"})
    public record Item(
            @Schema(description = "Its place among the need's items, from 0", examples = "0")
            int item,

            @Schema(examples = "GOODS.BOOKS") String resourceCode,
            @Schema(examples = "册") String unit,
            @Schema(examples = "200") String quantity,
            Money value,

            @Schema(examples = "200", description = "How much is held or promised now")
            String held) {}

    static ReservationResponse of(Reservation reservation) {
        return new ReservationResponse(
                reservation.id(),
                reservation.version(),
                reservation.offerId(),
                reservation.needId(),
                reservation.creditCode(),
                reservation.divisionCode(),
                reservation.status(),
                reservation.items().stream().map(ReservationResponse::item).toList(),
                reservation.refusal().orElse(null),
                reservation.createdAt(),
                reservation.updatedAt());
    }

    private static Item item(ReservedItem item) {
        return new Item(
                item.item(),
                item.resourceCode(),
                item.unit(),
                OfferItemBody.decimal(item.quantity()),
                Money.ofFen(item.valueFen()),
                OfferItemBody.decimal(item.held()));
    }
}
