package org.duijie.project.intake;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets files of needs be larger than any other body, and evidence larger than JSON. The server has one limit for all,
 * which is that of the files; every other route is held to its own here.
 */
@Singleton
class UploadLimits {

    /** Behind the server's own limit, before whatever reads a body. */
    private static final int AFTER_SERVER_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private static final Pattern EVIDENCE = Pattern.compile("/projects/[^/]+/evidence");

    private final long bodyLimit;
    private final long evidenceLimit;

    @Inject
    UploadLimits(
            @ConfigProperty(name = "duijie.http.body-limit") MemorySize bodyLimit,
            @ConfigProperty(name = "duijie.http.evidence-limit") MemorySize evidenceLimit) {
        this.bodyLimit = bodyLimit.asLongValue();
        this.evidenceLimit = evidenceLimit.asLongValue();
    }

    void guard(@Observes Router router) {
        router.route().order(AFTER_SERVER_LIMIT).handler(this::limit);
    }

    private void limit(RoutingContext context) {
        if (isFileOfNeeds(context)) {
            context.next();
            return;
        }
        long limit = EVIDENCE.matcher(context.normalizedPath()).matches() ? evidenceLimit : bodyLimit;
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > limit) {
            context.response().putHeader(HttpHeaders.CONNECTION, "close");
            context.fail(413);
            return;
        }
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        context.next();
    }

    private static boolean isFileOfNeeds(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().equals(ImportResource.PATH);
    }
}
