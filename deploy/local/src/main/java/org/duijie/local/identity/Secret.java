package org.duijie.local.identity;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody has to remember. */
public final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 15;

    private Secret() {}

    /** Twenty letters, digits, hyphens and underscores: 120 random bits. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
