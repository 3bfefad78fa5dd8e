package org.duijie.matching.replica;

import java.math.BigDecimal;
import org.duijie.chassis.money.Money;
import org.jspecify.annotations.Nullable;

/** An item as need and offer events carry it. */
record ItemMessage(
        String resourceCode,
        @Nullable String description,
        String quantity,
        String unit,
        @Nullable Money value) {

    private static final int THOUSANDTHS = 3;

    ItemFact fact() {
        return new ItemFact(
                resourceCode,
                unit,
                new BigDecimal(quantity).movePointRight(THOUSANDTHS).longValueExact(),
                value == null ? 0 : value.fen());
    }
}
