package org.duijie.project.ledger;

import java.math.BigDecimal;
import org.duijie.chassis.money.Money;
import org.duijie.project.need.Commitments;
import org.jspecify.annotations.Nullable;

/** Amounts as they go over the wire, and back. */
final class EntryAmounts {

    private EntryAmounts() {}

    static Amount of(@Nullable Money value, @Nullable String quantity) {
        return new Amount(
                value == null ? 0 : value.fen(),
                quantity == null ? 0 : Commitments.thousandths(new BigDecimal(quantity)));
    }

    static Money value(Amount amount) {
        return Money.ofFen(amount.fen());
    }

    /** Absent for money, which has none. */
    static @Nullable String quantity(Amount amount) {
        return amount.quantity() == 0
                ? null
                : Commitments.quantity(amount.quantity()).stripTrailingZeros().toPlainString();
    }
}
