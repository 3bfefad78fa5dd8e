package org.duijie.chassis.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every page that has a next one its {@code Link} header (RFC 8288). */
public class PageLinks {

    @ServerResponseFilter
    public void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            // Relative, as the service does not know under which name the caller reached it.
            var next = request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor());
            var uri = next.build();
            response.getHeaders().add("Link", "<" + uri.getRawPath() + "?" + uri.getRawQuery() + ">; rel=\"next\"");
        }
    }
}
