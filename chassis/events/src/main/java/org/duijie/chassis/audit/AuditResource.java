package org.duijie.chassis.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Lets supervisors read what was done through this service, and what it refused. */
@Path("/audit-records")
@Tag(name = "audit", description = "Who did what, and what was refused to whom")
@RunOnVirtualThread
public class AuditResource {

    private final Audit audit;

    @Inject
    public AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(
            operationId = "listAuditRecords",
            summary = "Read who did what, and what was refused to whom, newest first",
            description =
                    "What was done with what this service keeps a record of, and every refusal of authority, also where "
                            + "it was told as not found.")
    @APIResponse(responseCode = "200", description = "One page of the record")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<AuditResponse> list(
            @RestQuery
                    @Parameter(
                            description = "Only what was done to this thing",
                            schema = @Schema(implementation = UUID.class))
                    @Nullable
                    String subject,
            @RestQuery
                    @Parameter(
                            description = "true: only refusals; false: only acts",
                            schema = @Schema(implementation = Boolean.class))
                    @Nullable
                    String refused,
            @BeanParam PageRequest page) {
        UUID about = new QueryValue("subject", subject).asId().orElse(null);
        Long before = page.after().isPresent() ? (Long) page.afterNumber() : null;
        Boolean only = new QueryValue("refused", refused).asBoolean().orElse(null);
        var rows = audit.newestFirst(about, only, before, page.fetchSize());
        return Page.of(rows, page, Audit.Entry::number, AuditResponse::of);
    }
}
