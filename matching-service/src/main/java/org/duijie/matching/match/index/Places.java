package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duijie.matching.replica.DivisionCode;

/** The divisions that somebody is registered in or that ask for help, each with a small number. */
final class Places {

    private static final int MALFORMED = 0;
    private static final int PROVINCE = 10_000;
    private static final int PREFECTURE = 100;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private int[] asNumbers = new int[64];

    int size() {
        return codes.size();
    }

    int add(String code) {
        Integer known = numbers.putIfAbsent(code, codes.size());
        if (known != null) {
            return known;
        }
        if (codes.size() == asNumbers.length) {
            asNumbers = Arrays.copyOf(asNumbers, codes.size() * 2);
        }
        asNumbers[codes.size()] = number(code);
        codes.add(code);
        return codes.size() - 1;
    }

    /** As {@link DivisionCode#covers}, for a code and its number. */
    boolean covers(String upper, int upperNumber, int place) {
        int number = asNumbers[place];
        if (upperNumber == MALFORMED || number == MALFORMED) {
            return DivisionCode.covers(upper, codes.get(place));
        }
        int below = wide(upperNumber) ? PROVINCE : upperNumber % PREFECTURE == 0 ? PREFECTURE : 1;
        return upperNumber / below == number / below;
    }

    /** The number of a division, or -1. */
    int find(String code) {
        return numbers.getOrDefault(code, -1);
    }

    String code(int place) {
        return codes.get(place);
    }

    /** The number that the code of a place is; 0 for what is none. */
    int number(int place) {
        return asNumbers[place];
    }

    /** The number that a GB/T 2260 code is; 0 for what is none. */
    static int number(String code) {
        if (code.length() != 6 || code.charAt(0) < '1') {
            return MALFORMED;
        }
        int number = 0;
        for (int i = 0; i < code.length(); i++) {
            int digit = code.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return MALFORMED;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    static int province(int number) {
        return number / PROVINCE;
    }

    static int prefecture(int number) {
        return number / PREFECTURE;
    }

    /** Is it a province or something beyond any? Lists of such places are long and worth splitting. */
    static boolean wide(int number) {
        return number % PROVINCE == 0;
    }

    /** The well-formed codes that cover a division: its own, its prefecture's, its province's, as far as there are such. */
    static int[] covering(String code) {
        int[] covering = new int[3];
        int count = 0;
        for (int length = 2; length <= 6 && length <= code.length(); length += 2) {
            String stem = code.substring(0, length);
            int number = number(stem + "0000".substring(0, 6 - length));
            if (number != MALFORMED && (length == 2 || !stem.endsWith("00"))) {
                covering[count++] = number;
            }
        }
        return Arrays.copyOf(covering, count);
    }
}
