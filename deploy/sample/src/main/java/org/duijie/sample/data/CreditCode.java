package org.duijie.sample.data;

/**
 * Makes unified social credit codes (GB 32100-2015) that are valid in every part and yet plainly synthetic.
 *
 * <p>The registrar's department and division are real. The body code (GB 11714) is {@code YL} (样例, "sample"), six
 * digits and its own check character: the body codes that registrars of social organizations are seen to give are
 * digits or begin with {@code MJ} or {@code E0}, so none of these can be taken for a real one.
 */
public final class CreditCode {
    /** The characters of GB 32100 in the order of their values: no I, O, S, V and Z. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int MODULUS = 31;
    private static final int[] BODY_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String BODY_MARK = "YL";
    private static final int HIGHEST_NUMBER = 999_999;

    private CreditCode() {}

    /** The code of synthetic organization {@code number} (0 to 999,999) of this type at this registrar. */
    static String of(OrganizationType type, String registrarDivision, int number) {
        if (number < 0 || number > HIGHEST_NUMBER) {
            throw new IllegalArgumentException("the synthetic range ends at " + HIGHEST_NUMBER + ", not " + number);
        }
        String unchecked = "5" + type.codeDigit() + registrarDivision + body("%s%06d".formatted(BODY_MARK, number));
        return unchecked + check(unchecked);
    }

    /** The check character of the first 17 characters: weights are the powers of 3 modulo 31. */
    static char check(String first17) {
        int sum = 0;
        int weight = 1;
        for (int position = 0; position < 17; position++) {
            sum += ALPHABET.indexOf(first17.charAt(position)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** Eight characters with the check character of GB 11714, in which letters count from A = 10. */
    static String body(String first8) {
        int sum = 0;
        for (int position = 0; position < 8; position++) {
            sum += Character.digit(first8.charAt(position), 36) * BODY_WEIGHTS[position];
        }
        int check = 11 - sum % 11;
        return first8 + (check == 10 ? "X" : String.valueOf(check % 11));
    }
}
