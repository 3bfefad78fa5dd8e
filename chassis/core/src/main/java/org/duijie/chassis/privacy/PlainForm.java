package org.duijie.chassis.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Undoes the ways in which people hide a number from a machine: full-width and other digits become plain ones, Chinese
 * numerals in a row become digits, characters without width vanish.
 */
final class PlainForm {

    /** Shorter rows are no number of anybody. */
    private static final int SHORTEST_NUMBER = 7;

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖";
    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

    private PlainForm() {}

    /** Most texts hold too few digits to hide anything: they are passed over without a closer look. */
    static boolean isSuspect(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '\uff20' || c == '\ufe6b') {
                return true;
            }
            if (isDigit(c)) {
                digits++;
            }
        }
        return digits >= SHORTEST_NUMBER;
    }

    static String of(String text) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        StringBuilder plain = new StringBuilder(visible.length());
        visible.codePoints().forEach(point -> plain.appendCodePoint(plainDigit(point)));
        return plain.toString();
    }

    private static boolean isDigit(char c) {
        // Surrogates are halves of letters and digits of other planes: rare, and looked at closely.
        return c < 128 ? c >= '0' && c <= '9' : plainDigit(c) != c || isNumber(c) || Character.isSurrogate(c);
    }

    private static boolean isNumber(char c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static int plainDigit(int point) {
        if (point < 128) {
            return point;
        }
        // 幺 is how a one is read aloud, ○ how a zero is drawn.
        if (point == '幺') {
            return '1';
        }
        if (point == '○') {
            return '0';
        }
        int chinese = CHINESE_DIGITS.indexOf(point);
        if (chinese >= 0) {
            return '0' + chinese % 10;
        }
        int digit = Character.digit(point, 10);
        return digit >= 0 ? '0' + digit : point;
    }
}
