package org.duijie.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An account of the local run: one for each actor of the suite, without its secret.
 *
 * @param divisions codes of the divisions it acts for
 * @param organizations credit codes of the organizations it acts for
 */
public record Account(
        String name, Role role, List<String> divisions, List<String> organizations, Title title, Kind kind) {

    /** The roles as tokens carry them. */
    public enum Role {
        COUNTY_BUREAU,
        SUPERIOR_OFFICE,
        LEADING_GROUP,
        SUPERVISOR,
        ORGANIZATION,
        PARTNER_PLATFORM
    }

    /** A user signs in with a password, a client with its own secret. */
    public enum Kind {
        @JsonProperty("user")
        USER,
        @JsonProperty("client")
        CLIENT
    }

    /** What the account is called in the two languages of the suite. */
    public record Title(String zh, String en) {}
}
