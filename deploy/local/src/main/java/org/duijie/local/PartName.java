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
    GATEWAY;

    /** The name in files, commands and on the screen: {@code project-service}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
