package org.duijie.matching.replica;

/**
 * GB/T 2260 codes are read in three pairs of digits, province, prefecture, county: 130000 covers 130700, which covers
 * 130722, and each covers itself. {@code 100000} is no division but the ministry, as credit codes write it.
 */
public final class DivisionCode {

    /** The registrar of national organizations in credit codes. */
    public static final String NATION = "100000";

    private static final int PAIR = 2;

    private DivisionCode() {}

    public static boolean covers(String upper, String code) {
        return code.regionMatches(0, upper, 0, stem(upper));
    }

    /** How many pairs of digits two codes share as the divisions they name: 0 (not even the province) to 3. */
    public static int sharedLevels(String one, String other) {
        int levels = Math.min(stem(one), stem(other)) / PAIR;
        int shared = 0;
        while (shared < levels && one.regionMatches(shared * PAIR, other, shared * PAIR, PAIR)) {
            shared++;
        }
        return shared;
    }

    /** How many digits a code has without the zeroes at its end that only fill it up. */
    private static int stem(String code) {
        int end = code.length();
        while (end > PAIR && code.charAt(end - 1) == '0' && code.charAt(end - PAIR) == '0') {
            end -= PAIR;
        }
        return end;
    }
}
