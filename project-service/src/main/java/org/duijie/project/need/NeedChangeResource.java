package org.duijie.project.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The history of a need over HTTP. */
@Path("/needs/{id}/changes")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedChangeResource {

    private final NeedRepository needs;
    private final NeedHistory history;
    private final NeedAccess access;

    @Inject
    NeedChangeResource(NeedRepository needs, NeedHistory history, NeedAccess access) {
        this.needs = needs;
        this.history = history;
        this.access = access;
    }

    @GET
    @Access(open = true, tenant = Tenant.DIVISION)
    @Operation(
            operationId = "listNeedChanges",
            summary = "Read what was changed about a need, field by field, oldest first",
            description =
                    "The offices concerned see everything and by whom; the public sees what it was told since the "
                            + "last publication.")
    @APIResponse(responseCode = "200", description = "One page of changes")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "need-not-found: there is none, or none that you may see")
    public Page<NeedChangeResponse> list(@RestPath UUID id, @BeanParam PageRequest page) {
        Need need = needs.get(id);
        access.requireReader(need);
        boolean concerned = access.concerned(need);
        var rows = history.of(id, page.afterNumber(), !concerned, page.fetchSize());
        return Page.of(rows, page, NeedHistory.Entry::version, entry -> NeedChangeResponse.of(entry, concerned));
    }
}
