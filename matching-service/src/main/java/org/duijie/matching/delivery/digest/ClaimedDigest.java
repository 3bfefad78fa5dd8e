package org.duijie.matching.delivery.digest;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A digest that this instance may mail until the lease ends.
 *
 * @param claim which claim it is: an outcome counts only while this is the present one
 * @param confirmed whether it is mailed what its streams were told; else it is sent a code
 * @param turn whether it is its hour: else it is mailed notices alone
 * @param attempt how often in a row it has failed
 */
record ClaimedDigest(
        UUID id,
        long claim,
        String organization,
        @Nullable String platform,
        String address,
        Locale language,
        Rhythm rhythm,
        boolean confirmed,
        boolean turn,
        int attempt) {

    /** How far one of its streams was told, and how far it was mailed. */
    record Waiting(UUID subscription, String name, long position, long last) {}

    /** What an owner must know of an endpoint. */
    record Told(UUID id, String url, String what, Instant at) {}

    /** All that there is to mail. */
    record Matter(List<Waiting> streams, List<Told> notices) {

        boolean isEmpty() {
            return streams.isEmpty() && notices.isEmpty();
        }
    }
}
