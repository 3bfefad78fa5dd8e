package org.duijie.project.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.audit.Audit;
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

/** The record over HTTP. */
@Path("/audit-records")
@Tag(name = "supervision", description = "What looks wrong by published rules, what was found, what was put right")
@RunOnVirtualThread
public class AuditResource {

    private final Audit audit;

    @Inject
    AuditResource(Audit audit) {
        this.audit = audit;
    }

    @GET
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(
            operationId = "listAuditRecords",
            summary = "Read who did what, and what was refused to whom, newest first",
            description = "What is done with projects, ledgers, progress and findings, and every refusal of authority.")
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
                    @Pattern(regexp = "^(true|false)$", message = "{need.awaitingReview}")
                    @Parameter(
                            description = "true: only refusals; false: only acts",
                            schema = @Schema(implementation = Boolean.class))
                    @Nullable
                    String refused,
            @BeanParam PageRequest page) {
        UUID about = new QueryValue("subject", subject).asId().orElse(null);
        Long before = page.after().isPresent() ? (Long) page.afterNumber() : null;
        var rows =
                audit.newestFirst(about, refused == null ? null : Boolean.valueOf(refused), before, page.fetchSize());
        return Page.of(rows, page, Audit.Entry::number, AuditResponse::of);
    }
}
