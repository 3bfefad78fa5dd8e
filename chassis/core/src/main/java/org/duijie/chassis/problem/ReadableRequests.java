package org.duijie.chassis.problem;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Refuses what those below would fail over: media types that cannot be read, by which a resource is chosen, and U+0000 in
 * an address, which no database stores.
 */
@Singleton
class ReadableRequests {

    private static final int BEFORE_ROUTING = 900;
    private static final int REFUSED = 400;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;

    void refuseWhatIsNone(@Observes Filters filters) {
        filters.register(ReadableRequests::check, BEFORE_ROUTING);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.uri().contains("%00")) {
            context.fail(REFUSED);
            return;
        }
        String accept = request.getHeader(HttpHeaderNames.ACCEPT);
        if (accept != null && !readable(accept)) {
            context.fail(NOT_ACCEPTABLE);
            return;
        }
        String contentType = request.getHeader(HttpHeaderNames.CONTENT_TYPE);
        if (contentType != null && !readable(contentType)) {
            context.fail(UNSUPPORTED);
            return;
        }
        context.next();
    }

    private static boolean readable(String types) {
        try {
            for (String type : types.split(",", -1)) {
                MediaType.valueOf(type.strip());
            }
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
