package org.duijie.chassis.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.duijie.chassis.identity.CurrentUser;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/**
 * Records every refusal of authority: who wanted to do what (403), or asked for something that does not exist for them
 * (404), be it hidden or not there at all: which of the two, the database's row-level security does not tell. Whoever has no
 * good token (401) is nobody, and in the access log only.
 */
public class RefusalFilter {

    private static final Logger LOG = Logger.getLogger(RefusalFilter.class);
    private static final Set<Integer> REFUSALS = Set.of(403, 404);

    private final Audit audit;
    private final CurrentUser user;

    @Inject
    RefusalFilter(Audit audit, CurrentUser user) {
        this.audit = audit;
        this.user = user;
    }

    @ServerResponseFilter
    public void record(
            ContainerRequestContext request, ContainerResponseContext response, SimpleResourceInfo operation) {
        if (!REFUSALS.contains(response.getStatus()) || user.anonymous() || operation == null) {
            return;
        }
        String action = request.getMethod() + " " + request.getUriInfo().getPath();
        try {
            QuarkusTransaction.requiringNew().run(() -> audit.refuse(action));
        } catch (RuntimeException unrecorded) {
            // The refusal stands, whether or not it can be recorded.
            LOG.errorf("A refusal could not be recorded: %s", unrecorded.toString());
        }
    }
}
