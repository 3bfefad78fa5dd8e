package org.duijie.local;

import java.util.Locale;

/** The parts of the suite. */
public enum PartName {
    POSTGRES,
    KAFKA,
    KEYCLOAK,
    PROJECT_SERVICE,
    ORGANIZATION_SERVICE,
    MATCHING_SERVICE,
    /** A second instance of it, where one is wanted. */
    MATCHING_SERVICE_2,
    GATEWAY;

    /** The application that runs in it: several parts may be instances of one. */
    PartName application() {
        return this == MATCHING_SERVICE_2 ? MATCHING_SERVICE : this;
    }

    /** The name in files, commands and on the screen: {@code project-service}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
