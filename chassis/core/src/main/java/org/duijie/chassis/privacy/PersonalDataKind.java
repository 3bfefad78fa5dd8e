package org.duijie.chassis.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.chassis.text.Text;

/** What belongs to a person and may stand in no free text. Each kind knows how it is recognised in {@link PlainForm}. */
public enum PersonalDataKind {
    /** Resident identity number, GB 11643: only if its birth date exists and its check character fits. */
    IDENTITY_NUMBER(Text.of("身份证号", "an identity number"), "(?<!\\d)[1-8](?:GAP\\d){16}GAP[\\dXx](?![\\dA-Za-z])") {
        @Override
        boolean isMeant(String number) {
            return isIdentityNumber(number);
        }
    },
    MOBILE_NUMBER(Text.of("手机号", "a mobile phone number"), "(?<!\\d)(?:\\+?86GAP)?1GAP[3-9](?:GAP\\d){9}(?!\\d)"),
    /** With its area code, or after a word that announces a telephone. */
    LANDLINE_NUMBER(
            Text.of("固定电话号码", "a landline number"),
            "(?<![\\d.])0\\d{2,3}[\\s)\\-\\u2010-\\u2015]{0,2}[2-8](?:GAP\\d){6,7}(?!\\d)"
                    + "|(?:电话|座机|热线|(?i:tel|phone))[:\\s是为.]{0,3}[2-8](?:GAP\\d){6,7}(?!\\d)"),
    /** The lengths and first digits of UnionPay, Visa, Mastercard and JCB, and the check digit of Luhn. */
    BANK_CARD_NUMBER(
            Text.of("银行卡号", "a bank card number"),
            "(?<![\\dA-Za-z])(?:6GAP2(?:GAP\\d){14,17}|4(?:GAP\\d){15}|5GAP[1-5](?:GAP\\d){14}|3GAP5(?:GAP\\d){14})"
                    + "(?![\\dA-Za-z])") {
        @Override
        boolean isMeant(String number) {
            return hasLuhnDigit(number);
        }
    },
    EMAIL_ADDRESS(
            Text.of("电子邮箱", "an e-mail address"),
            "[A-Za-z0-9._%+\\-]+\\s?@\\s?[A-Za-z0-9\\-]+(?:\\.[A-Za-z0-9\\-]+)*\\.[A-Za-z]{2,}");

    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String IDENTITY_CHECKS = "10X98765432";

    private final Text name;

    @SuppressWarnings("ImmutableEnumChecker") // a pattern is immutable
    private final Pattern pattern;

    /** @param pattern with {@code GAP} where one separator may stand: a table of quantities is no phone number */
    PersonalDataKind(Text name, String pattern) {
        this.name = name;
        this.pattern = Pattern.compile(pattern.replace("GAP", "[\\s.\\-\\u2010-\\u2015·]?"));
    }

    /** What it is called in a refusal. */
    public Text text() {
        return name;
    }

    /** @param plain as {@link PlainForm} makes it */
    boolean isIn(String plain) {
        Matcher candidate = pattern.matcher(plain);
        // Searched again from the next character on: a number before it ("3 户 …") must not swallow its first digits.
        for (int from = 0; candidate.find(from); from = candidate.start() + 1) {
            if (isMeant(candidate.group().replaceAll("[^\\dXx]", ""))) {
                return true;
            }
        }
        return false;
    }

    /** Is this row of digits such a number, or only as long as one? */
    boolean isMeant(String number) {
        return true;
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

    /** ISO/IEC 7812: every second digit from the right doubled, the sum of all digits divisible by ten. */
    private static boolean hasLuhnDigit(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed / 10 + weighed % 10;
        }
        return sum % 10 == 0;
    }
}
