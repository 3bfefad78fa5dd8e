package org.duijie.chassis.identity;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what cannot be a token before anybody tries to read it: three parts of base64url, none empty (RFC 7515 §3.1).
 * The reader behind it takes the parts for granted and would fail without them.
 */
@Singleton
class TokenShape {

    private static final int BEFORE_AUTHENTICATION = 1_000;
    private static final Pattern SCHEME = Pattern.compile("^bearer\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");

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
                || !SCHEME.matcher(authorization).matches()
                || TOKEN.matcher(authorization.substring("Bearer".length()).strip())
                        .matches();
    }
}
