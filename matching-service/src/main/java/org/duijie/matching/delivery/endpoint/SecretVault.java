package org.duijie.matching.delivery.endpoint;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes the secrets that messages are signed with, and keeps them sealed: AES-256-GCM (NIST SP 800-38D) with a random
 * nonce of 96 bits, bound to the endpoint, so that a row copied to another endpoint does not open.
 */
@Singleton
public class SecretVault {

    private static final int SECRET_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final String current;
    private final Map<String, SecretKey> keys;

    @Inject
    SecretVault(VaultConfig config) {
        this(config.currentKey(), config.keys());
    }

    SecretVault(String current, Map<String, String> keys) {
        this.current = current;
        this.keys = keys.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> key(entry.getValue())));
        if (!this.keys.containsKey(current)) {
            throw new IllegalArgumentException("duijie.delivery.vault.current-key names no key: " + current);
        }
    }

    /** A secret under the key that it was sealed with. */
    static final class Sealed {

        private final String keyId;
        private final byte[] bytes;

        Sealed(String keyId, byte[] bytes) {
            this.keyId = keyId;
            this.bytes = bytes.clone();
        }

        String keyId() {
            return keyId;
        }

        byte[] bytes() {
            return bytes.clone();
        }
    }

    /** A new secret. */
    byte[] fresh() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** As its owner is shown it. */
    static String shown(byte[] secret) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret);
    }

    Sealed seal(UUID endpoint, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, current, nonce, endpoint, secret);
        return new Sealed(
                current,
                ByteBuffer.allocate(nonce.length + sealed.length)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /** Is it sealed with a key that is no longer the current one? */
    boolean isOld(Sealed sealed) {
        return !sealed.keyId().equals(current);
    }

    /** @throws IllegalStateException if the key is not at hand, or the secret is not the endpoint's */
    public byte[] open(UUID endpoint, String keyId, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return cipher(Cipher.DECRYPT_MODE, keyId, nonce, endpoint, rest);
    }

    private byte[] cipher(int mode, String keyId, byte[] nonce, UUID endpoint, byte[] input) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("There is no key " + keyId + " in duijie.delivery.vault.keys");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(endpoint.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException foreign) {
            throw new IllegalStateException("A webhook secret could not be sealed or opened", foreign);
        }
    }

    private static SecretKey key(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("A key of duijie.delivery.vault.keys has 32 bytes, in base64");
        }
        return new SecretKeySpec(bytes, "AES");
    }
}
