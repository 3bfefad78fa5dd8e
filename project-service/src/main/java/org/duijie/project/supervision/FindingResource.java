package org.duijie.project.supervision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Findings over HTTP. */
@Path("/projects/{id}/findings")
@Tag(name = "supervision", description = "What looks wrong by published rules, what was found, what was put right")
@RunOnVirtualThread
public class FindingResource {

    private final FindingService service;
    private final FindingRepository findings;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BusinessDay day;

    @Inject
    FindingResource(
            FindingService service,
            FindingRepository findings,
            ProjectRepository projects,
            ProjectAccess access,
            BusinessDay day) {
        this.service = service;
        this.findings = findings;
        this.projects = projects;
        this.access = access;
        this.day = day;
    }

    @GET
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.SUPERIOR_OFFICE,
                Role.SUPERVISOR,
                Role.LEADING_GROUP
            },
            tenant = Tenant.PARTY)
    @Operation(operationId = "listFindings", summary = "Read what was found about a project, oldest first")
    @APIResponse(responseCode = "200", description = "One page of findings")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public Page<FindingResponse> list(@RestPath UUID id, @BeanParam PageRequest page) {
        access.requireReader(projects.get(id));
        var rows = findings.of(id, page.afterId(), page.fetchSize());
        return Page.of(rows, page, Finding::id, finding -> FindingResponse.of(finding, day.today()));
    }

    @POST
    @Idempotent
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(
            operationId = "raiseFinding",
            summary = "Write down what was found about a project",
            description = "By the supervisor, with the day by which it is to be put right.")
    @APIResponse(
            responseCode = "201",
            description = "The finding",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = FindingResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "422", description = "finding-due-day-unfit, finding-personal-data")
    public RestResponse<FindingResponse> raise(@RestPath UUID id, @NotNull @Valid FindingRequest request) {
        return Created.at("/projects/" + id + "/findings", service.raise(id, request));
    }

    @POST
    @Path("/{finding}/rectification")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "rectifyFinding",
            summary = "Say that something was put right, and show it",
            description = "By either side of the project.")
    @APIResponse(responseCode = "200", description = "The finding")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found, finding-not-found")
    @APIResponse(responseCode = "409", description = "finding-not-open, request-conflict")
    @APIResponse(responseCode = "422", description = "finding-evidence-missing, finding-personal-data")
    public FindingResponse rectify(
            @RestPath UUID id,
            @RestPath UUID finding,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid FindingRequest.Rectification request) {
        return service.rectify(id, finding, ifMatch, request);
    }

    @POST
    @Path("/{finding}/recheck")
    @Access(roles = {Role.SUPERVISOR, Role.LEADING_GROUP})
    @Operation(
            operationId = "recheckFinding",
            summary = "Say whether it is put right",
            description = "By the supervisor; what failed is open again, with another day.")
    @APIResponse(responseCode = "200", description = "The finding")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found, finding-not-found")
    @APIResponse(responseCode = "409", description = "finding-not-rectified, request-conflict")
    @APIResponse(responseCode = "422", description = "finding-due-day-unfit, finding-personal-data")
    public FindingResponse recheck(
            @RestPath UUID id,
            @RestPath UUID finding,
            @BeanParam IfMatch ifMatch,
            @NotNull @Valid FindingRequest.Recheck request) {
        return service.recheck(id, finding, ifMatch, request);
    }
}
