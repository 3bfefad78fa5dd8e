package org.duijie.matching.match;

import java.math.BigDecimal;

/** Money for people: {@code 5000000} fen is {@code 50000.00}. */
final class Yuan {

    private static final int DECIMALS = 2;

    private Yuan() {}

    static String text(long fen) {
        return BigDecimal.valueOf(fen, DECIMALS).toPlainString();
    }
}
