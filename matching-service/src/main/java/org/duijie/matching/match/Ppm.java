package org.duijie.matching.match;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Shares in parts per million. Scores are whole numbers of these, so that they are the same on every machine and in
 * every order of adding up; floating point would promise neither.
 */
public final class Ppm {

    public static final int ONE = 1_000_000;

    private static final int DECIMALS = 6;

    private Ppm() {}

    /** {@code part / whole}, rounded down, at most one. */
    public static int of(long part, long whole) {
        return part >= whole ? ONE : (int) scale(ONE, part, whole);
    }

    /** {@code amount * part / whole} of numbers not below zero, without overflow, rounded down. */
    public static long scale(long amount, long part, long whole) {
        long product = amount * part;
        if (Math.multiplyHigh(amount, part) == 0 && product >= 0) {
            return product / whole;
        }
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    /** As the API writes it: {@code 731250} is {@code 0.731250}. */
    public static String text(int ppm) {
        return BigDecimal.valueOf(ppm, DECIMALS).toPlainString();
    }

    /** Reads {@code 0.3} as 300000; digits beyond the sixth are cut. */
    public static int parse(String decimal) {
        return new BigDecimal(decimal).movePointRight(DECIMALS).intValue();
    }

    /** For people: {@code 731250} is {@code 73%}. */
    public static String percent(int ppm) {
        return ppm / (ONE / 100) + "%";
    }
}
