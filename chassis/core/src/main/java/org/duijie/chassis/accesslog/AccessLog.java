package org.duijie.chassis.accesslog;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Writes one line for each request: method, route template, status, milliseconds, and a digest of the caller's subject
 * that joins a caller's lines. Never the path or the query, which may hold what people typed, nor the token.
 */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("duijie.access");
    private static final int DIGEST_BYTES = 6;

    private final boolean enabled;

    @Inject
    AccessLog(@ConfigProperty(name = "duijie.access-log") boolean enabled) {
        this.enabled = enabled;
    }

    void log(@Observes Router router) {
        if (enabled) {
            router.route().order(Integer.MIN_VALUE + 1).handler(request -> {
                long begin = System.nanoTime();
                request.addEndHandler(ended -> write(request, System.nanoTime() - begin));
                request.next();
            });
        }
    }

    private static void write(RoutingContext request, long nanos) {
        String path = request.normalizedPath();
        if (path != null && path.startsWith("/q/")) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("method", request.request().method().name());
        fields.put("route", route(request));
        fields.put("status", request.response().getStatusCode());
        fields.put("millis", TimeUnit.NANOSECONDS.toMillis(nanos));
        fields.put("caller", caller(request));
        fields.forEach(MDC::put);
        LOG.info("request");
        fields.keySet().forEach(MDC::remove);
    }

    /** The framework leaves the template with the request for its metrics. */
    private static String route(RoutingContext request) {
        Object template = request.request() instanceof HttpServerRequestInternal internal
                ? internal.context().getLocal("UrlPathTemplate")
                : null;
        return template == null ? "" : template.toString();
    }

    private static String caller(RoutingContext request) {
        if (request.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token
                && token.getSubject() != null) {
            byte[] digest = sha256(token.getSubject().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        }
        return "";
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
