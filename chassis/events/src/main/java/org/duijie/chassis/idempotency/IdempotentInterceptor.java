package org.duijie.chassis.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.duijie.chassis.identity.CurrentUser;
import org.jboss.resteasy.reactive.ResponseStatus;

/**
 * Honours {@link Idempotent}. It stands before the validation of the body, so that a request is answered as it was the
 * first time even when a rule has become stricter since; and behind the check of the caller's rights.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 100)
public class IdempotentInterceptor {

    /** What is the same for all calls of one method. */
    private record Route(String method, String template, int status, boolean keyRequired, boolean ownTransaction) {}

    private final Map<Method, Route> routes = new ConcurrentHashMap<>();
    private final Idempotency idempotency;
    private final Fingerprint fingerprint;
    private final CurrentUser user;
    private final UriInfo target;
    private final HttpHeaders headers;

    @Inject
    IdempotentInterceptor(
            Idempotency idempotency, Fingerprint fingerprint, CurrentUser user, UriInfo target, HttpHeaders headers) {
        this.idempotency = idempotency;
        this.fingerprint = fingerprint;
        this.user = user;
        this.target = target;
        this.headers = headers;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Route route = routes.computeIfAbsent(call.getMethod(), IdempotentInterceptor::route);
        Optional<IdempotencyKey> key = IdempotencyKey.of(sentKeys());
        if (key.isEmpty()) {
            if (route.keyRequired()) {
                throw IdempotencyProblem.KEY_MISSING.problem();
            }
            return call.proceed();
        }
        if (user.anonymous()) {
            // Nobody's keys would be everybody's, and so would the answers be.
            throw user.refusal();
        }
        idempotency.begin(new KeyedRequest(
                user.id(),
                route.method(),
                route.template(),
                key.get().value(),
                fingerprint.of(call.getMethod(), route.method(), call.getParameters(), target),
                route.status()));
        return route.ownTransaction() ? proceedAsking(call) : proceedInTransaction(call);
    }

    private List<String> sentKeys() {
        List<String> sent = headers.getRequestHeader(IdempotencyKey.HEADER);
        return sent == null ? List.of() : sent;
    }

    private Object proceedInTransaction(InvocationContext call) throws Exception {
        return QuarkusTransaction.joiningExisting().call(() -> idempotency.once(() -> proceed(call)));
    }

    private Object proceedAsking(InvocationContext call) throws Exception {
        Object answer = call.proceed();
        if (!idempotency.wasAsked()) {
            throw new IllegalStateException(
                    call.getMethod() + " owns its transaction but never asked Idempotency.once");
        }
        return answer;
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Route route(Method method) {
        String verb = Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .findFirst()
                .map(HttpMethod::value)
                .orElseThrow(() -> new IllegalStateException(method + " is no resource method"));
        Path base = method.getDeclaringClass().getAnnotation(Path.class);
        Path path = method.getAnnotation(Path.class);
        String template = (base == null ? "" : base.value()) + (path == null ? "" : path.value());
        ResponseStatus status = method.getAnnotation(ResponseStatus.class);
        Idempotent idempotent = Objects.requireNonNull(method.getAnnotation(Idempotent.class));
        return new Route(
                verb,
                template,
                status == null ? 200 : status.value(),
                idempotent.required(),
                idempotent.ownTransaction());
    }
}
