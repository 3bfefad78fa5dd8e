package org.duijie.project.project;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Projects over HTTP. They are made by agreements, never by a request. */
@Path("/projects")
@Tag(name = "projects", description = "What was agreed, and what becomes of it")
@RunOnVirtualThread
public class ProjectResource {

    private static final String DIVISION_PREFIX = "^[1-9]\\d(\\d{2}){0,2}$";
    private static final String CREDIT_CODE = "^[0-9A-Z]{18}$";

    private final ProjectService service;
    private final ProjectRepository projects;
    private final ProjectAccess access;

    @Inject
    ProjectResource(ProjectService service, ProjectRepository projects, ProjectAccess access) {
        this.service = service;
        this.projects = projects;
        this.access = access;
    }

    @GET
    @Access
    @Operation(
            operationId = "listProjects",
            summary = "List the projects that concern you, newest first",
            description = "A side sees its own, an office those of the counties under it, the leading group and the "
                    + "supervisor all.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<ProjectResponse> list(
            @RestQuery
                    @Pattern(regexp = DIVISION_PREFIX, message = "{need.divisionPrefix}")
                    @Parameter(
                            description =
                                    "GB/T 2260 code, or its first two or four digits; covers all that lies under it",
                            example = "1307")
                    @Nullable
                    String division,
            @RestQuery
                    @Pattern(regexp = CREDIT_CODE, message = "{project.creditCode}")
                    @Parameter(description = "Credit code of who carries it out", example = "53110000500309522J")
                    @Nullable
                    String organization,
            @RestQuery
                    @Parameter(description = "The need that it is about", schema = @Schema(implementation = UUID.class))
                    @Nullable
                    String need,
            @RestQuery @Parameter(schema = @Schema(implementation = ProjectStatus.class)) @Nullable String status,
            @BeanParam PageRequest page) {
        var filter = new ProjectRepository.Filter(
                division,
                organization,
                new QueryValue("need", need).asId().orElse(null),
                new QueryValue("status", status).asChoice(ProjectStatus.class).orElse(null));
        var rows = projects.newestFirst(filter, access.scope(), page.afterId(), page.fetchSize());
        return Page.of(rows, page, Project::id, ProjectResponse::of);
    }

    @GET
    @Path("/{id}")
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
    @Operation(operationId = "getProject", summary = "Read a project")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "404", description = "project-not-found: there is none, or none that you may see")
    public ProjectResponse get(@RestPath UUID id) {
        Project project = projects.get(id);
        access.requireReader(project);
        return ProjectResponse.of(project);
    }

    @POST
    @Path("/{id}/start")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(operationId = "startProject", summary = "Begin to carry a project out", description = "By either side.")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "409", description = "project-not-agreed, request-conflict")
    public ProjectResponse start(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        return service.start(id, ifMatch);
    }

    @POST
    @Path("/{id}/completion")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "completeProject",
            summary = "Confirm that everything agreed is done",
            description = "By the county, when every milestone is reached.")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "403", description = "access-forbidden: it is for the county to say")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "409", description = "project-not-running, project-milestone-open, request-conflict")
    public ProjectResponse complete(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        return service.complete(id, ifMatch);
    }

    @POST
    @Path("/{id}/leftover")
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "dedicateLeftover",
            summary = "Write down what the money that is left goes to",
            description = "After completion nothing is spent without it (Charity Law, article 58).")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: it is for the county to say")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "409", description = "project-not-completed, request-conflict")
    @APIResponse(responseCode = "422", description = "project-personal-data")
    public ProjectResponse dedicate(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid LeftoverRequest request) {
        return service.dedicateLeftover(id, ifMatch, request.purpose().strip());
    }

    @POST
    @Path("/{id}/closing")
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.OVERSIGHT)
    @Operation(
            operationId = "closeProject",
            summary = "Close a completed project",
            description = "By an office above the county, when every figure is verified by both sides, nothing is left "
                    + "without a purpose and the final disclosure is out.")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "409", description = "project-not-completed, project-not-reconciled, request-conflict")
    public ProjectResponse close(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid ClosingRequest request) {
        return service.close(id, ifMatch, request);
    }

    @POST
    @Path("/{id}/termination")
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.OVERSIGHT)
    @Operation(
            operationId = "terminateProject",
            summary = "End a project before it is done",
            description = "By an office above the county. What was not delivered is open again at the need and free "
                    + "again at the offer.")
    @APIResponse(responseCode = "200", description = "The project")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "409", description = "project-ended, request-conflict")
    @APIResponse(responseCode = "422", description = "project-personal-data")
    public ProjectResponse terminate(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid ReasonRequest request) {
        return service.terminate(id, ifMatch, request.reason().strip());
    }
}
