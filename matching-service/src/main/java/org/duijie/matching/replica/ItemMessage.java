package org.duijie.matching.replica;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.duijie.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item as need and offer events carry it.
 *
 * @param left of an offer's item: how much of the quantity is neither promised nor held; absent where nobody tells
 */
record ItemMessage(
        String resourceCode,
        @Nullable String description,
        String quantity,
        String unit,
        @Nullable Money value,
        @Nullable String left) {

    ItemFact fact() {
        return fact(new BigDecimal(quantity), value == null ? 0 : value.fen());
    }

    boolean anyLeft() {
        return left == null || new BigDecimal(left).signum() > 0;
    }

    /** As much of it as is left. */
    ItemFact leftFact() {
        return left == null ? fact() : fact(new BigDecimal(left));
    }

    /** The quantity less so much of it. */
    BigDecimal less(BigDecimal part) {
        return new BigDecimal(quantity).subtract(part);
    }

    /** So much of it, worth its part of the whole, rounded down. */
    ItemFact fact(BigDecimal part) {
        BigDecimal worth = BigDecimal.valueOf(value == null ? 0 : value.fen());
        return fact(
                part,
                worth.multiply(part)
                        .divide(new BigDecimal(quantity), 0, RoundingMode.DOWN)
                        .longValueExact());
    }

    private ItemFact fact(BigDecimal amount, long fen) {
        return ItemFact.of(resourceCode, unit, amount, fen);
    }
}
