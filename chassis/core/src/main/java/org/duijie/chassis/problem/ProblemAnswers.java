package org.duijie.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.uuid.Generators;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.UUID;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.text.Language;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Answers every refusal as problem+json, whether a resource threw it, the framework did, or no resource was reached.
 * One place, so that no 4xx or 5xx can leave the suite in another shape.
 */
@Singleton
public class ProblemAnswers {

    private static final Logger LOG = Logger.getLogger(ProblemAnswers.class);

    private final ObjectMapper json;
    private final AllowedMethods allowed;

    @Inject
    public ProblemAnswers(ObjectMapper json, AllowedMethods allowed) {
        this.json = json;
        this.allowed = allowed;
    }

    /** The exceptions named here are those for which the framework has an answer of its own, and everything else. */
    @ServerExceptionMapper({
        ProblemException.class,
        ConstraintViolationException.class,
        ResteasyReactiveViolationException.class,
        MismatchedInputException.class,
        JsonProcessingException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        NotFoundException.class,
        WebApplicationException.class,
        Throwable.class
    })
    public Response toResponse(Throwable thrown, ContainerRequestContext request) {
        Locale language = Language.of(request.getHeaderString("Accept-Language"));
        boolean hasQuery = !request.getUriInfo().getQueryParameters().isEmpty();
        ProblemException refusal = withWhatHelps(Problems.of(thrown, hasQuery), request);
        Answer answer = answer(thrown, refusal, language);
        Response.ResponseBuilder response = Response.status(answer.body().status())
                .type(ProblemDetail.MEDIA_TYPE)
                .header("Content-Language", language.toLanguageTag())
                .header("Vary", "Accept-Language")
                .entity(answer.body());
        answer.refusal().headers().forEach(response::header);
        return response.build();
    }

    /** A refused method or media type comes with those that would have done (RFC 9110 §15.5.6, RFC 5789 §3.1). */
    private ProblemException withWhatHelps(ProblemException refusal, ContainerRequestContext request) {
        if (refusal.type() == RequestProblem.METHOD_NOT_ALLOWED) {
            return refusal.withHeader("Allow", allowed.of(request.getUriInfo().getPath()));
        }
        if (refusal.type() == RequestProblem.UNSUPPORTED_MEDIA_TYPE
                && request.getMethod().equals("PATCH")) {
            return refusal.withHeader("Accept-Patch", MergePatch.MEDIA_TYPE);
        }
        return refusal;
    }

    void belowTheResources(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::answerFailure);
        router.route().order(Integer.MAX_VALUE).handler(context -> send(context, null, Problems.ofStatus(404)));
    }

    private void answerFailure(RoutingContext context) {
        Throwable failure = context.failure();
        boolean statusOnly = failure == null || context.statusCode() != 500;
        send(context, failure, statusOnly ? Problems.ofStatus(context.statusCode()) : Problems.of(failure, false));
    }

    private void send(RoutingContext context, @Nullable Throwable cause, ProblemException refusal) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        Locale language = Language.of(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        Answer answer = answer(cause, refusal, language);
        context.response()
                .setStatusCode(answer.body().status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetail.MEDIA_TYPE)
                .putHeader("Content-Language", language.toLanguageTag())
                .putHeader(HttpHeaders.VARY, "Accept-Language");
        refusal.headers().forEach((name, value) -> context.response().putHeader(name, value));
        context.response().end(write(answer.body()));
    }

    private static Answer answer(@Nullable Throwable cause, ProblemException refusal, Locale language) {
        UUID instance = Generators.timeBasedEpochGenerator().generate();
        if (refusal.type() == RequestProblem.INTERNAL_ERROR) {
            LOG.errorf(cause, "Failed to answer a request, urn:uuid:%s", instance);
        }
        return new Answer(refusal, ProblemDetail.of(refusal, language, instance));
    }

    private String write(ProblemDetail body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record Answer(ProblemException refusal, ProblemDetail body) {}
}
