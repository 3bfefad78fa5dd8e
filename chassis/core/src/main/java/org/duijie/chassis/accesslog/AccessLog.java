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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line for each request: method, route template, status, milliseconds, the trace that it belongs to, and a
 * digest of the caller's subject that joins a caller's lines. Never the path or the query, which may hold what people
 * typed, nor the token.
 */
@Singleton
public class AccessLog {

    private static final Logger LOG = Logger.getLogger("duijie.access");
    private static final int DIGEST_BYTES = 6;
    private static final String ROUTE = AccessLog.class.getName() + ".route";
    private static final String CALLER = AccessLog.class.getName() + ".caller";
    private static final String TRACE_ID = "traceId";

    /** W3C Trace Context, of which the second part is the trace. */
    private static final Pattern TRACE_PARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

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

    /** Says by which template a request was led on, where that is not the framework's doing. */
    public static void routed(RoutingContext request, String template) {
        request.put(ROUTE, template);
    }

    /** Says whose token came with a request, where the framework was not asked. */
    public static void called(RoutingContext request, String subject) {
        request.put(CALLER, subject);
    }

    private static void write(RoutingContext request, long nanos) {
        String path = request.normalizedPath();
        if (path != null && path.startsWith("/q/")) {
            return;
        }
        // The fields go into the one record: for each to come and go in the thread's own costs more than all the rest.
        ExtLogRecord line = new ExtLogRecord(Level.INFO, "request", FormatStyle.NO_FORMAT, AccessLog.class.getName());
        line.putMdc("method", request.request().method().name());
        line.putMdc("route", route(request));
        line.putMdc("status", Integer.toString(request.response().getStatusCode()));
        line.putMdc("millis", Long.toString(TimeUnit.NANOSECONDS.toMillis(nanos)));
        line.putMdc("caller", caller(request));
        if (line.getMdc(TRACE_ID) == null) {
            // Nothing but the caller's header tells it where traces are passed on and not taken up.
            line.putMdc(TRACE_ID, traceId(request.request().getHeader("traceparent")));
        }
        LOG.log(line);
    }

    /** The framework leaves the template with the request for its metrics. */
    private static String route(RoutingContext request) {
        @Nullable Object template = request.get(ROUTE);
        if (template == null && request.request() instanceof HttpServerRequestInternal internal) {
            template = internal.context().getLocal("UrlPathTemplate");
        }
        return template == null ? "" : template.toString();
    }

    private static String caller(RoutingContext request) {
        @Nullable String subject = request.get(CALLER);
        if (subject == null
                && request.user() instanceof QuarkusHttpUser user
                && user.getSecurityIdentity().getPrincipal() instanceof JsonWebToken token) {
            subject = token.getSubject();
        }
        return subject == null
                ? ""
                : HexFormat.of().formatHex(sha256(subject.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
    }

    private static String traceId(@Nullable String traceParent) {
        Matcher parent = TRACE_PARENT.matcher(traceParent == null ? "" : traceParent);
        return parent.matches() ? parent.group(1) : "";
    }

    private static byte[] sha256(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
