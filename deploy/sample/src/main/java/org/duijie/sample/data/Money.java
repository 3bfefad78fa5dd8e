package org.duijie.sample.data;

import java.math.BigDecimal;

/** Money as it goes over the wire: a decimal string in yuan; inside, the sample counts fen. */
public record Money(String amount, String currency) {
    static Money ofFen(long fen) {
        return new Money(BigDecimal.valueOf(fen, 2).toPlainString(), "CNY");
    }

    /** The amount in fen. */
    public long fen() {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }
}
