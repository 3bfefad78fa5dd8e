package org.duijie.chassis.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot be a token before anybody tries to read it: three parts of base64url, none empty (RFC 7515 §3.1).
 * The reader behind it takes the parts for granted and would fail without them.
 */
@Singleton
class TokenShape {

    private static final int BEFORE_AUTHENTICATION = 1_000;
    private static final String SCHEME = "bearer";
    private static final int PARTS = 3;

    void refuseWhatIsNone(@Observes Filters filters) {
        filters.register(TokenShape::check, BEFORE_AUTHENTICATION);
    }

    private static void check(RoutingContext context) {
        if (fits(context.request().getHeader(HttpHeaderNames.AUTHORIZATION))) {
            context.next();
        } else {
            context.fail(new AuthenticationFailedException());
        }
    }

    /** Other schemes are not looked at: nobody here answers to them. */
    private static boolean fits(@Nullable String authorization) {
        return authorization == null
                || !isBearer(authorization)
                || isToken(authorization.substring(SCHEME.length()).strip());
    }

    private static boolean isBearer(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (authorization.length() == SCHEME.length() || !isWord(authorization.charAt(SCHEME.length())));
    }

    /** Character by character: every request comes by here, and a pattern costs more than all else that is done with it. */
    private static boolean isToken(String text) {
        int parts = 1;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '.' && i > begin) {
                parts++;
                begin = i + 1;
            } else if (!isBase64Url(text.charAt(i))) {
                return false;
            }
        }
        return parts == PARTS && begin < text.length();
    }

    private static boolean isBase64Url(char c) {
        return isWord(c) || c == '-';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
}
