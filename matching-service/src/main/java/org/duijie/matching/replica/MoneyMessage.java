package org.duijie.matching.replica;

import java.math.BigDecimal;

/** An amount as events carry it: decimal yuan in a string. */
record MoneyMessage(String amount) {

    private static final int FEN = 2;

    long fen() {
        return new BigDecimal(amount).movePointRight(FEN).longValueExact();
    }
}
