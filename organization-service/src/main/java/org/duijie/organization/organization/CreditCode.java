package org.duijie.organization.organization;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters that name the registering department (1),
 * the kind of body (2), the registrar's GB/T 2260 division (3–8), the body (9–17), and a check character (18).
 *
 * <p>A code of this type has the form of the standard. Whether its check character fits is asked with
 * {@link #checks()}, because a few codes issued in good faith fail it and an operator may admit those with a reason.
 */
record CreditCode(String value) {

    /** Form only: the standard's alphabet has no I, O, S, V or Z; the registrar's division is of digits. */
    static final String FORM = "^[0-9A-HJ-NPQRTUWXY]{2}[1-9][0-9]{5}[0-9A-HJ-NPQRTUWXY]{10}$";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();
    private static final int BODY_LENGTH = 17;
    private static final char CIVIL_AFFAIRS = '5';

    CreditCode {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("Not the form of a unified social credit code: " + value);
        }
    }

    /** Does the check character fit the other 17? */
    boolean checks() {
        return value.charAt(BODY_LENGTH) == checkCharacter(value);
    }

    /** The legal form; empty where the code is not that of a social organization registered with civil affairs. */
    Optional<OrganizationType> type() {
        return value.charAt(0) == CIVIL_AFFAIRS
                ? Arrays.stream(OrganizationType.values())
                        .filter(type -> type.code() == value.charAt(1))
                        .findFirst()
                : Optional.empty();
    }

    OrganizationLevel level() {
        return OrganizationLevel.ofRegistrar(registrarDivision());
    }

    /** The GB/T 2260 code of the office that registered the body; {@code 100000} is the ministry. */
    String registrarDivision() {
        return value.substring(2, 8);
    }

    /**
     * The weight of position i (from 0) is 3^i mod 31, and the check character makes the weighted sum of the whole a
     * multiple of 31: it is 31 minus the remainder, with 31 written as 0. Reading the remainder itself as the
     * character, or counting modulo 37, are common mistakes.
     */
    static char checkCharacter(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < BODY_LENGTH; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    @Override
    public String toString() {
        return value;
    }
}
