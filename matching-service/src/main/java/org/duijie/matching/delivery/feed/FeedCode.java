package org.duijie.matching.delivery.feed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What makes a feed's address unguessable: 256 random bits, in base64 for URLs (RFC 4648 §5). It is shown once; only its
 * SHA-256 is kept, which is enough for something that nobody chose.
 */
final class FeedCode {

    static final String PATTERN = "[A-Za-z0-9_-]{43}";

    /** One that opens nothing, for the contract. */
    static final String EXAMPLE = "HhVIxag56BTEPwATkMKW-JHxOwMdGDaEFFhsEJKufqg";

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FeedCode() {}

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
