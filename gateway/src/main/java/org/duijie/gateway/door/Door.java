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
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.duijie.chassis.accesslog.AccessLog;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.Problems;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.gateway.limit.Caller;
import org.duijie.gateway.limit.GatewayProblem;
import org.duijie.gateway.limit.RateClass;
import org.duijie.gateway.limit.RateLimits;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What every request meets first, whoever answers it: a check of its token, a look at what its client has left of its
 * quota, and headers that every answer carries.
 */
@Singleton
class Door {

    /** Priorities run downwards; the framework prepares its authentication at 200. */
    private static final int FIRST = 1000;

    private static final int AFTER_AUTHENTICATION_IS_PREPARED = 50;

    /** Probes and metrics, which an outer proxy leads nobody to. */
    private static final String OPERATORS = "/q/";

    private static final CharSequence ENVIRONMENT = HttpHeaders.createOptimized("Duijie-Environment");
    private static final CharSequence RATE_LIMIT_POLICY = HttpHeaders.createOptimized("RateLimit-Policy");
    private static final CharSequence RATE_LIMIT = HttpHeaders.createOptimized("RateLimit");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence REFERRER_POLICY = HttpHeaders.createOptimized("Referrer-Policy");
    private static final CharSequence CONTENT_SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");

    private static final Set<HttpMethod> REFUSED_METHODS = Set.of(HttpMethod.TRACE, HttpMethod.CONNECT);

    /** The one form of {@code Date} that RFC 9110 lets a server write. */
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** What is said in another way is no token, as the services have it too. */
    private static final Pattern BEARER = Pattern.compile("bearer\\b", Pattern.CASE_INSENSITIVE);

    private final InstantSource clock;
    private final HttpAuthenticator authenticator;
    private final RateLimits limits;
    private final CharSequence environment;
    private volatile Second now = Second.of(Instant.EPOCH);

    @Inject
    Door(
            InstantSource clock,
            HttpAuthenticator authenticator,
            RateLimits limits,
            @ConfigProperty(name = "duijie.environment") Environment environment) {
        this.clock = clock;
        this.authenticator = authenticator;
        this.limits = limits;
        this.environment = HttpHeaders.createOptimized(environment.word());
    }

    void open(@Observes Filters filters) {
        filters.register(this::dressAnswer, FIRST);
        filters.register(this::checkToken, AFTER_AUTHENTICATION_IS_PREPARED);
    }

    private void dressAnswer(RoutingContext context) {
        String trace = Trace.of(context.request().headers());
        context.addHeadersEndHandler(head -> {
            MultiMap headers = context.response().headers();
            headers.set(Trace.PARENT, trace);
            headers.set(ENVIRONMENT, environment);
            if (!headers.contains(RATE_LIMIT)) {
                // Refused before its token was looked at.
                count(context, Caller.publicly(context));
            }
            putIfAbsent(headers, HttpHeaders.DATE, date());
            putIfAbsent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
            putIfAbsent(headers, CONTENT_TYPE_OPTIONS, "nosniff");
            putIfAbsent(headers, REFERRER_POLICY, "no-referrer");
            putIfAbsent(headers, CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'");
        });
        if (REFUSED_METHODS.contains(context.request().method())) {
            Refusal.answer(
                    context,
                    RequestProblem.METHOD_NOT_ALLOWED
                            .problem()
                            .withHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"));
        } else {
            context.next();
        }
    }

    /** Written once a second. */
    private String date() {
        Instant instant = clock.instant();
        Second last = now;
        if (last.number() != instant.getEpochSecond()) {
            last = Second.of(instant);
            now = last;
        }
        return last.date();
    }

    private record Second(long number, String date) {

        static Second of(Instant instant) {
            return new Second(instant.getEpochSecond(), DATE.format(instant));
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
        @Nullable String credentials = context.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (credentials == null) {
            admit(context, Caller.publicly(context));
            return;
        }
        if (!BEARER.matcher(credentials).lookingAt()) {
            turnAway(context, Problems.unauthenticated());
            return;
        }
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        identity -> judge(context, identity),
                        failure -> turnAway(context, Problems.ofFailedCheck(failure)));
    }

    private void judge(RoutingContext context, @Nullable SecurityIdentity identity) {
        if (identity == null || identity.isAnonymous()) {
            turnAway(context, Problems.ofFailedCheck(new AuthenticationFailedException()));
        } else {
            admit(context, Caller.remember(context, subject(identity)));
        }
    }

    private static String subject(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : identity.getPrincipal().getName();
    }

    private void admit(RoutingContext context, Caller caller) {
        if (caller.signedIn()) {
            AccessLog.called(context, caller.word());
        }
        if (isWithinQuota(context, caller)) {
            context.next();
        }
    }

    /** Guessing tokens is work for us too, and counts as the public's. */
    private void turnAway(RoutingContext context, ProblemException refusal) {
        if (isWithinQuota(context, Caller.publicly(context))) {
            Refusal.answer(context, refusal);
        }
    }

    /** Tells the caller what it has left; answers, when that is nothing. */
    private boolean isWithinQuota(RoutingContext context, Caller caller) {
        RateLimits.@Nullable Standing standing = count(context, caller);
        if (standing == null || standing.admitted()) {
            return true;
        }
        Refusal.answer(
                context,
                GatewayProblem.QUOTA_EXCEEDED
                        .problem()
                        .withHeader("Retry-After", Long.toString(standing.retryAfterSeconds())));
        return false;
    }

    private RateLimits.@Nullable Standing count(RoutingContext context, Caller caller) {
        if (context.normalizedPath().startsWith(OPERATORS)) {
            return null;
        }
        RateLimits.Standing standing = limits.take(RateClass.of(context), caller);
        context.response().putHeader(RATE_LIMIT_POLICY, standing.policy()).putHeader(RATE_LIMIT, standing.rest());
        return standing;
    }
}
