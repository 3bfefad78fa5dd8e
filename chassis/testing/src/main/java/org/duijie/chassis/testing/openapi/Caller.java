package org.duijie.chassis.testing.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who might call.
 *
 * @param role of the token, {@link #PUBLIC} for none
 * @param side whether the caller stands for those whom the thing called upon belongs to
 */
public record Caller(String role, Side side, @Nullable String token) {

    private static final JsonMapper JSON = new JsonMapper();

    public static final String PUBLIC = "PUBLIC";

    /** Whose side a caller is on. */
    public enum Side {
        /** The thing is the caller's, or of a county or organization that the caller stands for. */
        OWN,
        /** The caller stands for somebody else. */
        FOREIGN,
        /** The role stands for nobody in particular. */
        UNBOUND
    }

    public boolean anonymous() {
        return token == null;
    }

    /** Who the token says that the caller is; empty for the public. */
    public String subject() {
        if (token == null) {
            return "";
        }
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        try {
            return JSON.readTree(claims).path("sub").asText();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Override
    public String toString() {
        return side == Side.UNBOUND ? role : role + " " + side;
    }
}
