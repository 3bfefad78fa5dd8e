package org.duijie.chassis.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duijie.chassis.identity.AccessProblem;
import org.duijie.chassis.text.Text;
import org.jspecify.annotations.Nullable;

/** Turns whatever was thrown, by us or by the framework, into the one refusal that the caller sees. */
public final class Problems {

    /** Causes may run in a circle. */
    private static final int LONGEST_CHAIN_OF_CAUSES = 20;

    private Problems() {}

    /** The refusal that a request would be answered with which failed so; for work that outlives its request. */
    public static ProblemException of(Throwable thrown) {
        return of(thrown, false);
    }

    static ProblemException of(Throwable thrown, boolean hasQuery) {
        // The framework says "not found" for a value of path or query that it cannot convert; a path without the
        // resource is indeed not found, a query is not valid.
        if (thrown instanceof NotFoundException && thrown.getCause() != null && hasQuery) {
            return RequestProblem.INVALID.because("查询参数的值无法识别。", "A query value cannot be read.");
        }
        return switch (thrown) {
            case ProblemException refusal -> refusal;
            case ConstraintViolationException invalid -> invalid(invalid);
            case JacksonException unreadable -> malformed(unreadable);
            case UnauthorizedException _ -> unauthenticated();
            case AuthenticationFailedException _, OIDCException _ -> ofFailedCheck(thrown);
            case ForbiddenException _ -> AccessProblem.FORBIDDEN.problem();
            case WebApplicationException framework -> framework(framework);
            default ->
                thrown.getCause() instanceof ProblemException refusal
                        ? refusal
                        : RequestProblem.INTERNAL_ERROR.problem();
        };
    }

    /**
     * A token that could not be checked: 401 for a bad one, 503 if the identity provider was not there to be asked for
     * its keys, which says nothing about the token.
     */
    public static ProblemException ofFailedCheck(Throwable failure) {
        boolean providerIsDown = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(LONGEST_CHAIN_OF_CAUSES)
                .anyMatch(OIDCException.class::isInstance);
        return providerIsDown
                ? RequestProblem.UNAVAILABLE
                        .because("身份服务暂时不可用，无法核验令牌。", "The identity provider is down, so the token cannot be checked.")
                        .withHeader("Retry-After", "5")
                : AccessProblem.UNAUTHENTICATED
                        .because("访问令牌无效或已过期。", "The access token is invalid or has expired.")
                        .withHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    /** For failures that carry only a status: those of the HTTP layer below the resources. */
    static ProblemException ofStatus(int status) {
        return switch (status) {
            case 401 -> unauthenticated();
            case 403 -> AccessProblem.FORBIDDEN.problem();
            case 404 -> RequestProblem.ROUTE_NOT_FOUND.problem();
            case 405 -> RequestProblem.METHOD_NOT_ALLOWED.problem();
            case 406 -> RequestProblem.NOT_ACCEPTABLE.problem();
            case 413 -> RequestProblem.TOO_LARGE.problem();
            case 415 -> RequestProblem.UNSUPPORTED_MEDIA_TYPE.problem();
            case 503 -> RequestProblem.UNAVAILABLE.problem().withHeader("Retry-After", "5");
            default -> status >= 500 ? RequestProblem.INTERNAL_ERROR.problem() : RequestProblem.REFUSED.problem();
        };
    }

    private static ProblemException framework(WebApplicationException framework) {
        if (framework.getCause() instanceof JacksonException unreadable) {
            return malformed(unreadable);
        }
        return ofStatus(framework.getResponse().getStatus());
    }

    /** Nobody said who they are, or not in a way that is understood here. */
    public static ProblemException unauthenticated() {
        return AccessProblem.UNAUTHENTICATED.problem().withHeader("WWW-Authenticate", "Bearer");
    }

    static ProblemException malformed(JacksonException unreadable) {
        if (unreadable.getCause() instanceof ProblemException refusal) {
            return refusal;
        }
        Text what = describe(unreadable);
        String pointer = unreadable instanceof JsonMappingException mapping ? pointer(mapping) : "#";
        return RequestProblem.MALFORMED.at(pointer, what.zh(), what.en());
    }

    /** Says what is wrong without the class names that Jackson would give away. */
    private static Text describe(JacksonException unreadable) {
        return switch (unreadable) {
            case UnrecognizedPropertyException unknown ->
                Text.of(
                        "未知的成员：" + unknown.getPropertyName() + "。",
                        "Unknown member: " + unknown.getPropertyName() + ".");
            case InvalidFormatException format
            when format.getTargetType() != null && format.getTargetType().isEnum() -> {
                String allowed =
                        List.of(format.getTargetType().getEnumConstants()).toString();
                yield Text.of("不是允许的取值，可用：" + allowed + "。", "Not one of the allowed values " + allowed + ".");
            }
            case MismatchedInputException _ -> Text.of("类型或格式不符。", "Wrong type or format.");
            default -> {
                var where = unreadable.getLocation();
                yield where == null
                        ? Text.of("不是合法的 JSON。", "Not valid JSON.")
                        : Text.of(
                                "第 " + where.getLineNr() + " 行第 " + where.getColumnNr() + " 列起不是合法的 JSON。",
                                "Not valid JSON at line " + where.getLineNr() + ", column " + where.getColumnNr()
                                        + ".");
            }
        };
    }

    private static String pointer(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() != null ? escape(step.getFieldName()) : "" + step.getIndex())
                .collect(Collectors.joining("/", "#/", ""));
    }

    private static ProblemException invalid(ConstraintViolationException invalid) {
        ProblemException refusal = RequestProblem.INVALID.problem();
        invalid.getConstraintViolations().stream()
                .sorted((one, other) -> pointer(one).compareTo(pointer(other)))
                .forEach(fault -> refusal.and(pointer(fault), fault.getMessage(), fault.getMessage()));
        return refusal;
    }

    /**
     * The violation's path names the method and the parameter first; the caller knows neither. What lies below the
     * parameter is a place in the body, a bare parameter is one of the query.
     */
    private static String pointer(ConstraintViolation<?> fault) {
        List<Path.Node> nodes = StreamSupport.stream(fault.getPropertyPath().spliterator(), false)
                .toList();
        List<Path.Node> below = nodes.stream()
                .filter(node -> node.getKind() == ElementKind.PROPERTY
                        || node.getKind() == ElementKind.CONTAINER_ELEMENT
                        || node.getKind() == ElementKind.BEAN)
                .toList();
        if (below.isEmpty()) {
            return nodes.isEmpty() ? "#" : "?" + nodes.getLast().getName();
        }
        return below.stream().map(Problems::segment).collect(Collectors.joining("", "#", ""));
    }

    /** An indexed node carries the index of the list it is an element of. */
    private static String segment(Path.Node node) {
        String index = node.isInIterable() && node.getIndex() != null ? "/" + node.getIndex() : "";
        boolean named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
        return index + (named ? "/" + escape(node.getName()) : "");
    }

    private static String escape(@Nullable String name) {
        return name == null ? "" : name.replace("~", "~0").replace("/", "~1");
    }
}
