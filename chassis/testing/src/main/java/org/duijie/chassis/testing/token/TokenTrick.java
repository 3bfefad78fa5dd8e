package org.duijie.chassis.testing.token;

import java.util.Map;

/**
 * One way to be taken for somebody.
 *
 * @param headers with which it is tried
 * @param query with which it is tried, such as {@code ?access_token=…}; empty for none
 */
record TokenTrick(String name, Map<String, String> headers, String query) {

    static TokenTrick bearer(String name, String token) {
        return header(name, "Authorization", "Bearer " + token);
    }

    static TokenTrick header(String name, String header, String value) {
        return new TokenTrick(name, Map.of(header, value), "");
    }

    /** Is it meant to be read as a token? */
    boolean saysBearer() {
        return headers.getOrDefault("Authorization", "").startsWith("Bearer");
    }

    @Override
    public String toString() {
        return name;
    }
}
