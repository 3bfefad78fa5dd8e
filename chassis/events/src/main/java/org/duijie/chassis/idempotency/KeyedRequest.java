package org.duijie.chassis.idempotency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * One request under a key.
 *
 * @param caller whose keys these are: another caller's key of the same name is another key
 * @param route the operation's path template: the same key may name a request of each operation
 * @param fingerprint what was asked for; see {@link Fingerprint}
 * @param status the status of the operation's success where the method does not say it itself
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only carried
record KeyedRequest(String caller, String method, String route, String key, byte[] fingerprint, int status) {

    /** Number of the advisory lock that is held while the request is being worked on. */
    long lock() {
        String scope = String.join("\n", caller, method, route, key);
        return ByteBuffer.wrap(sha256().digest(scope.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** The same request, of which the content is known by now. */
    KeyedRequest withContent(byte[] content) {
        MessageDigest digest = sha256();
        digest.update(fingerprint);
        return new KeyedRequest(caller, method, route, key, digest.digest(content), status);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
