package org.duijie.local.identity;

import java.util.List;

/**
 * Somebody of the local run as the sample names them, without a secret yet.
 *
 * @param kind {@code user} signs in with a password, {@code client} is a program with its own secret
 */
record Account(String name, String role, List<String> divisions, List<String> organizations, Title title, String kind) {
    boolean isClient() {
        return kind.equals("client");
    }
}
