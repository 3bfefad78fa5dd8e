package org.duijie.matching.filter;

/** On which side of a bound a value may lie; on the bound itself it may, either way. */
public enum Side {
    AT_LEAST(">="),
    AT_MOST("<=");

    private final String sign;

    Side(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Does a value that compares so with the bound lie on this side? */
    boolean holds(int compared) {
        return this == AT_LEAST ? compared >= 0 : compared <= 0;
    }
}
