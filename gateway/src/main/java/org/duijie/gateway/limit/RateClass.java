package org.duijie.gateway.limit;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;

/** Requests that are counted together. Its word is the policy's name in the headers and in the configuration. */
public enum RateClass {
    /** Without a token, by address. */
    PUBLIC,
    /** With a token, by its subject. */
    DEFAULT,
    /** Files of many needs: each is the work of thousands of requests. */
    IMPORT;

    private static final String IMPORTS = "/need-imports";

    /** The class that a request belongs to; by the path as the router understands it. */
    public static RateClass of(RoutingContext context) {
        if (!Caller.of(context).signedIn()) {
            return PUBLIC;
        }
        boolean sendsFile = context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().startsWith(IMPORTS);
        return sendsFile ? IMPORT : DEFAULT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
