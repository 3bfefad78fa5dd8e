package org.duijie.gateway.door;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who sends a request: the subject of its token, or for the public the address that it comes from. */
public final class Caller {

    private static final String SUBJECT = Caller.class.getName();

    private Caller() {}

    /** A word that stays the same from request to request. */
    public static String of(RoutingContext context) {
        @Nullable String subject = context.get(SUBJECT);
        return subject == null ? "address " + context.request().remoteAddress().hostAddress() : "subject " + subject;
    }

    static void remember(RoutingContext context, SecurityIdentity identity) {
        context.put(
                SUBJECT,
                identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                        ? token.getSubject()
                        : identity.getPrincipal().getName());
    }
}
