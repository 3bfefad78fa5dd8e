package org.duijie.chassis.privacy;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Finds resident identity numbers (GB 11643) and mobile phone numbers in free text. People type them full-width, with
 * spaces or with hyphens; all of these are seen. A number counts as an identity number only if its birth date exists
 * and its check character fits, so that credit codes and long order numbers pass.
 */
public final class PersonalData {

    /** One separator at the most: a table of quantities is no phone number. */
    private static final String GAP = "[\\s.\\-\\u2010-\\u2015·]?";

    private static final Pattern IDENTITY_NUMBER =
            Pattern.compile("(?<!\\d)[1-8](?:" + GAP + "\\d){16}" + GAP + "[\\dXx](?![\\dA-Za-z])");

    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<!\\d)(?:\\+?86" + GAP + ")?1" + GAP + "[3-9](?:" + GAP + "\\d){9}(?!\\d)");

    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10X98765432";

    private PersonalData() {}

    /**
     * Refuses texts that hold personal data, naming all such places at once.
     *
     * @param texts by JSON pointer, in the order in which they are to be named; absent texts are passed over
     */
    public static void refuse(ProblemType refusal, Map<String, @Nullable String> texts) {
        ProblemException found = refusal.problem();
        texts.forEach((pointer, text) -> {
            if (text != null && isIn(text)) {
                found.and(pointer, "含有身份证号或手机号。", "It holds an identity or phone number.");
            }
        });
        if (!found.faults().isEmpty()) {
            throw found;
        }
    }

    /** Does the text hold a number that belongs to a person? */
    public static boolean isIn(String text) {
        String plain = plain(text);
        return MOBILE_NUMBER.matcher(plain).find() || hasIdentityNumber(plain);
    }

    /** Full-width and other compatibility digits become plain ones; characters without width vanish. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
    }

    private static boolean hasIdentityNumber(String plain) {
        Matcher candidate = IDENTITY_NUMBER.matcher(plain);
        // Searched again from the next character on: a number before it ("3 户 …") must not swallow its first digits.
        for (int from = 0; candidate.find(from); from = candidate.start() + 1) {
            if (isIdentityNumber(candidate.group().replaceAll("[^\\dXx]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isIdentityNumber(String number) {
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        char check = IDENTITY_CHECKS.charAt(sum % IDENTITY_CHECKS.length());
        return Character.toUpperCase(number.charAt(17)) == check && isBirthDate(number.substring(6, 14));
    }

    private static boolean isBirthDate(String yyyymmdd) {
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(yyyymmdd.substring(0, 4)),
                    Integer.parseInt(yyyymmdd.substring(4, 6)),
                    Integer.parseInt(yyyymmdd.substring(6)));
            return date.getYear() >= 1850 && date.getYear() < 2100;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
