package org.duijie.matching.subscription;

/** A credit code as 126 bits: 18 characters of 7 bits each. Shorter codes, which only tests have, are filled up. */
final class CreditKey {

    private static final int HALF = 9;
    private static final int BITS = 7;
    private static final int CHARACTER = (1 << BITS) - 1;

    private CreditKey() {}

    static long high(String code) {
        return half(code, 0);
    }

    static long low(String code) {
        return half(code, HALF);
    }

    static String code(long high, long low) {
        StringBuilder code = new StringBuilder(2 * HALF);
        append(code, high);
        append(code, low);
        return code.toString();
    }

    private static long half(String code, int begin) {
        long key = 0;
        for (int i = begin; i < begin + HALF; i++) {
            key = (key << BITS) | (i < code.length() ? code.charAt(i) & CHARACTER : 0);
        }
        return key;
    }

    private static void append(StringBuilder code, long half) {
        for (int i = HALF - 1; i >= 0; i--) {
            int character = (int) (half >> (i * BITS)) & CHARACTER;
            if (character != 0) {
                code.append((char) character);
            }
        }
    }
}
