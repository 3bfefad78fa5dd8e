package org.duijie.chassis.precondition;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every answer that shows one version its {@code ETag}, and spares a reader what it already has. */
public class EntityTags {

    private static final Set<Integer> SHOWS_ONE = Set.of(200, 201);

    @ServerResponseFilter
    public void tag(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned shown) || !SHOWS_ONE.contains(response.getStatus())) {
            return;
        }
        headers(shown).forEach(response.getHeaders()::add);
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (reads && knows(request.getHeaderString("If-None-Match"), shown.entityTag())) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    /**
     * The headers that go with a version. What a caller sees depends on who it is, so it may keep a copy for itself only,
     * and asks before using it.
     */
    public static Map<String, String> headers(Versioned shown) {
        return Map.of("ETag", shown.entityTag(), "Cache-Control", "private, no-cache", "Vary", "Authorization");
    }

    /** Reading compares weakly: a proxy may have weakened the tag. */
    private static boolean knows(@org.jspecify.annotations.Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*")
                                || known.replaceFirst("^W/", "").equals(tag));
    }
}
