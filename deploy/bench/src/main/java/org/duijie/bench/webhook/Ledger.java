package org.duijie.bench.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The books of one receiver, kept from what it was sent alone: which numbers came, which came again, and the hash that a
 * manifest has of them.
 */
final class Ledger {
    private final MessageDigest hash;
    /** Came before those in front of them. */
    private final SortedMap<Long, String> ahead = new TreeMap<>();

    private long last;
    private long doubled;
    private long misordered;
    private String manifest = "";
    private long manifestCount;

    Ledger() {
        try {
            hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param line of the manifest's hash */
    synchronized void take(long number, String line) {
        if (number <= last || ahead.containsKey(number)) {
            doubled++;
            return;
        }
        if (number > last + 1) {
            misordered++;
        }
        ahead.put(number, line);
        for (String next = ahead.remove(last + 1); next != null; next = ahead.remove(last + 1)) {
            hash.update(next.getBytes(StandardCharsets.UTF_8));
            last++;
        }
    }

    /** What was said of a day; an empty one says nothing. */
    synchronized void state(long count, String saidHash) {
        if (count > 0) {
            manifestCount = count;
            manifest = saidHash;
        }
    }

    /** Everything up to here came. */
    synchronized long last() {
        return last;
    }

    /** How often something came that had come before. */
    synchronized long doubled() {
        return doubled;
    }

    /** How often something came before what is in front of it. */
    synchronized long misordered() {
        return misordered;
    }

    /** Whether a manifest came. */
    synchronized boolean isStated() {
        return manifestCount > 0;
    }

    /** Whether the manifest says what these books say. Closes them. */
    synchronized boolean agrees() {
        return manifestCount == last && HexFormat.of().formatHex(hash.digest()).equals(manifest);
    }
}
