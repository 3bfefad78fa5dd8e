package org.duijie.project.supervision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Risk flags over HTTP. */
@Path("/projects/{id}/risks")
@Tag(name = "supervision", description = "What looks wrong by published rules, what was found, what was put right")
@RunOnVirtualThread
public class RiskResource {

    private final RiskService service;
    private final RiskDisputes disputes;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BusinessDay day;

    @Inject
    RiskResource(
            RiskService service,
            RiskDisputes disputes,
            ProjectRepository projects,
            ProjectAccess access,
            BusinessDay day) {
        this.service = service;
        this.disputes = disputes;
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
    @Operation(
            operationId = "listRisks",
            summary = "Read what the rules say of a project today",
            description = "A flag is a reason to look, not a verdict; what a side says against it stands beside it.")
    @APIResponse(responseCode = "200", description = "All flags that are raised")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public RiskResponse risks(@RestPath UUID id) {
        Project project = projects.get(id);
        access.requireReader(project);
        return shown(project);
    }

    @POST
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "disputeRisk",
            summary = "Say something against a flag",
            description = "By either side; it is shown beside the flag from then on.")
    @APIResponse(
            responseCode = "201",
            description = "All flags, with what was said",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RiskResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "422", description = "finding-personal-data")
    public RestResponse<RiskResponse> dispute(@RestPath UUID id, @NotNull @Valid DisputeRequest request) {
        service.dispute(id, request.code(), request.reason().strip());
        return Created.at("/projects/" + id + "/risks", shown(projects.get(id)));
    }

    private RiskResponse shown(Project project) {
        return RiskResponse.of(day.today(), service.flags(project), disputes.of(project.id()));
    }
}
