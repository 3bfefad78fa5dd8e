package org.duijie.project.progress;

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
import org.duijie.chassis.time.BusinessDay;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Progress over HTTP. */
@Path("/projects/{id}")
@Tag(name = "projects", description = "What was agreed, and what becomes of it")
@RunOnVirtualThread
public class ProgressResource {

    private final ProgressService service;
    private final ProgressStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final BusinessDay day;

    @Inject
    ProgressResource(
            ProgressService service,
            ProgressStore store,
            ProjectRepository projects,
            ProjectAccess access,
            BusinessDay day) {
        this.service = service;
        this.store = store;
        this.projects = projects;
        this.access = access;
        this.day = day;
    }

    @GET
    @Path("/milestones")
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
    @Operation(operationId = "listMilestones", summary = "Read what is to be reached, and what is late today")
    @APIResponse(responseCode = "200", description = "All milestones of the agreement")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public MilestonesResponse milestones(@RestPath UUID id) {
        Project project = projects.get(id);
        access.requireReader(project);
        return MilestonesResponse.of(project, day.today());
    }

    @GET
    @Path("/progress-reports")
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
    @Operation(operationId = "listProgressReports", summary = "Read what was reported of a project, oldest first")
    @APIResponse(responseCode = "200", description = "One page of reports")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public Page<ProgressResponse> list(@RestPath UUID id, @BeanParam PageRequest page) {
        access.requireReader(projects.get(id));
        var rows = store.after(id, page.afterNumber(), page.fetchSize());
        return Page.of(rows, page, ProgressStore.Kept::number, ProgressResponse::of);
    }

    @GET
    @Path("/progress-reports/{number}")
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
    @Operation(operationId = "getProgressReport", summary = "Read one progress report")
    @APIResponse(responseCode = "200", description = "The report")
    @APIResponse(responseCode = "404", description = "project-not-found, progress-not-found")
    public ProgressResponse get(
            @RestPath UUID id,
            @RestPath @Parameter(schema = @Schema(minimum = "1", maximum = "2147483647")) int number) {
        access.requireReader(projects.get(id));
        return shown(id, number);
    }

    @POST
    @Path("/progress-reports")
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "reportProgress",
            summary = "Report on a milestone, with numbers and evidence",
            description = "By either side. A report without numbers or evidence is refused with what is missing.")
    @APIResponse(
            responseCode = "201",
            description = "The report; Location is its address",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProgressResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(
            responseCode = "409",
            description = "progress-not-running, progress-milestone-reached, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "progress-incomplete, progress-milestone-unknown, progress-day-unfit, progress-personal-data")
    public RestResponse<ProgressResponse> report(@RestPath UUID id, @NotNull @Valid ProgressRequest request) {
        int number = service.report(id, request.toReport());
        return Created.at("/projects/" + id + "/progress-reports/" + number, shown(id, number));
    }

    private ProgressResponse shown(UUID id, int number) {
        return store.after(id, number - 1L, 1).stream()
                .filter(kept -> kept.number() == number)
                .findFirst()
                .map(ProgressResponse::of)
                .orElseThrow(ProgressProblem.NOT_FOUND::problem);
    }
}
