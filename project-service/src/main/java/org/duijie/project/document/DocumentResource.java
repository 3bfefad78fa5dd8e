package org.duijie.project.document;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.rowsecurity.RowSecurity;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectProblem;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The agreement's document over HTTP. */
@Path("/projects/{id}/agreement")
@Tag(name = "projects", description = "What was agreed, and what becomes of it")
@RunOnVirtualThread
public class DocumentResource {

    private static final String PDF = "application/pdf";
    private static final String CODE = "^[0-9a-f]{20}$";

    private final ProjectRepository projects;
    private final ProjectAccess access;
    private final RowSecurity rows;
    private final PublicAddress address;

    @Inject
    DocumentResource(ProjectRepository projects, ProjectAccess access, RowSecurity rows, PublicAddress address) {
        this.projects = projects;
        this.access = access;
        this.rows = rows;
        this.address = address;
    }

    @GET
    @Produces(PDF)
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
            operationId = "getAgreementDocument",
            summary = "Read the agreement as a document",
            description =
                    "In Chinese, with both sides' names and codes, the items, and an address at which anybody can "
                            + "verify it.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content =
                    @Content(
                            mediaType = PDF,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            example = "%PDF-1.7 (the bytes of the file)"))
    @APIResponse(responseCode = "404", description = "project-not-found")
    public RestResponse<byte[]> get(@RestPath UUID id) {
        Project project = projects.get(id);
        access.requireReader(project);
        String verification = address.verification(id, VerificationCode.of(project));
        return RestResponse.ResponseBuilder.ok(AgreementDocument.of(project, verification))
                .header("Content-Type", PDF)
                .header("Content-Disposition", "inline; filename=\"agreement-" + id + ".pdf\"")
                .build();
    }

    @GET
    @Path("/{code}")
    @Produces(MediaType.APPLICATION_JSON)
    @Access(open = true)
    @Operation(
            operationId = "verifyAgreement",
            summary = "Verify an agreement by the code of its document",
            description = "For whoever holds the document: id and code together show what was agreed.")
    @APIResponse(responseCode = "200", description = "What the document must say")
    @APIResponse(responseCode = "404", description = "project-not-found: there is no such agreement, or another code")
    public VerificationResponse verify(
            @RestPath UUID id,
            @RestPath @Pattern(regexp = CODE, message = "{document.code}") @Parameter(example = "9f86d081884c7d659a2f")
                    String code) {
        // The code is what entitles; the row is nobody's who has not signed in.
        Project project = rows.asSystem(() -> projects.get(id));
        if (!VerificationCode.of(project).equals(code)) {
            throw ProjectProblem.NOT_FOUND.problem();
        }
        return VerificationResponse.of(project);
    }
}
