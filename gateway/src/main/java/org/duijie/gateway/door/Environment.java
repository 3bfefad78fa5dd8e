package org.duijie.gateway.door;

import java.util.Locale;

/** Where this suite runs, so that nobody takes one for another. */
public enum Environment {
    PRODUCTION("what is said here counts"),
    STAGING("as production will be; nothing here counts"),
    SANDBOX("invented data, thrown away when it ends; nothing here counts and nothing is delivered to anybody"),
    LOCAL("on one machine, for whoever works on it");

    private final String meaning;

    Environment(String meaning) {
        this.meaning = meaning;
    }

    /** As it stands in {@code Duijie-Environment}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For the servers of an OpenAPI document: the word, and what it means. */
    public String description() {
        return word() + ": " + meaning;
    }
}
