package org.duijie.gateway.door;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.duijie.chassis.problem.Problems;
import org.duijie.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** What every request meets first, whoever answers it: a check of its token, and headers that every answer carries. */
@Singleton
class Door {

    /** Priorities run downwards; the framework prepares its authentication at 200. */
    private static final int FIRST = 1000;

    private static final int AFTER_AUTHENTICATION_IS_PREPARED = 50;

    private static final Set<HttpMethod> REFUSED_METHODS = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

    /** The one form of {@code Date} that RFC 9110 lets a server write. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final InstantSource clock;
    private final HttpAuthenticator authenticator;

    @Inject
    Door(InstantSource clock, HttpAuthenticator authenticator) {
        this.clock = clock;
        this.authenticator = authenticator;
    }

    void open(@Observes Filters filters) {
        filters.register(this::dressAnswer, FIRST);
        filters.register(this::checkToken, AFTER_AUTHENTICATION_IS_PREPARED);
    }

    private void dressAnswer(RoutingContext context) {
        context.addHeadersEndHandler(head -> {
            MultiMap headers = context.response().headers();
            putIfAbsent(headers, HttpHeaders.DATE, DATE.format(clock.instant()));
            putIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
            putIfAbsent(headers, "X-Content-Type-Options", "nosniff");
            putIfAbsent(headers, "Referrer-Policy", "no-referrer");
            putIfAbsent(headers, "Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        });
        if (REFUSED_METHODS.contains(context.request().method())) {
            context.fail(RequestProblem.METHOD_NOT_ALLOWED
                    .problem()
                    .withHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        } else {
            context.next();
        }
    }

    private static void putIfAbsent(MultiMap headers, CharSequence name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    /**
     * A token that is there must be good; no token is the public's right, and the services decide what the public may
     * do. They check the token again: this is a door, not the only lock.
     */
    private void checkToken(RoutingContext context) {
        if (!context.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
            context.next();
            return;
        }
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(identity -> admit(context, identity), failure -> context.fail(Problems.ofFailedCheck(failure)));
    }

    private static void admit(RoutingContext context, @Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            context.fail(Problems.ofFailedCheck(new AuthenticationFailedException()));
        } else {
            Caller.remember(context, identity);
            context.next();
        }
    }
}
