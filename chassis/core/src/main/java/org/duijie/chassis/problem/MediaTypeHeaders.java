package org.duijie.chassis.problem;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/** Refuses media types that cannot be read, which the choice of a resource would fail over. */
@Singleton
class MediaTypeHeaders {

    private static final int BEFORE_ROUTING = 900;
    private static final int NOT_ACCEPTABLE = 406;
    private static final int UNSUPPORTED = 415;

    void refuseWhatIsNone(@Observes Filters filters) {
        filters.register(MediaTypeHeaders::check, BEFORE_ROUTING);
    }

    private static void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        String accept = request.getHeader(HttpHeaderNames.ACCEPT);
        if (accept != null && !accept.isBlank() && !readable(accept)) {
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
