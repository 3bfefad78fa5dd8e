package org.duijie.project.evidence;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.project.evidence.EvidenceStore.Opened;
import org.duijie.project.need.NeedRequest;
import org.duijie.project.project.ProjectAccess;
import org.duijie.project.project.ProjectRepository;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/** Evidence over HTTP. */
@Path("/projects/{id}/evidence")
@Tag(
        name = "ledgers",
        description = "What was pledged, received, disbursed and returned, in two books that have to agree")
@RunOnVirtualThread
public class EvidenceResource {

    private static final String SHA_256 = "^[0-9a-f]{64}$";
    private static final String PDF = "application/pdf";
    private static final String JPEG = "image/jpeg";
    private static final String PNG = "image/png";
    private static final String EXAMPLE = "%PDF-1.7 (the bytes of the file)";

    private final EvidenceService service;
    private final EvidenceStore store;
    private final ProjectRepository projects;
    private final ProjectAccess access;

    @Inject
    EvidenceResource(EvidenceService service, EvidenceStore store, ProjectRepository projects, ProjectAccess access) {
        this.service = service;
        this.store = store;
        this.projects = projects;
        this.access = access;
    }

    /** All files of a project; there are few. */
    @Schema(name = "EvidenceFiles")
    public record Files(List<EvidenceResponse> items) {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
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
    @Operation(operationId = "listEvidence", summary = "List the evidence of a project")
    @APIResponse(responseCode = "200", description = "All files, oldest first")
    @APIResponse(responseCode = "404", description = "project-not-found")
    public Files list(@RestPath UUID id) {
        access.requireReader(projects.get(id));
        return new Files(store.list(id).stream().map(EvidenceResponse::of).toList());
    }

    @GET
    @Path("/{sha256}")
    @Produces({PDF, JPEG, PNG})
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
    @Operation(operationId = "getEvidence", summary = "Open a file of evidence")
    @APIResponse(
            responseCode = "200",
            description = "The file as it is kept",
            content = {
                @Content(
                        mediaType = PDF,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        example = EXAMPLE),
                @Content(
                        mediaType = JPEG,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        example = EXAMPLE),
                @Content(
                        mediaType = PNG,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                        example = EXAMPLE)
            })
    @APIResponse(responseCode = "404", description = "project-not-found, evidence-not-found")
    public RestResponse<byte[]> get(
            @RestPath UUID id,
            @RestPath
                    @Pattern(regexp = SHA_256, message = "{need.sha256}")
                    @Parameter(example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
                    String sha256) {
        access.requireReader(projects.get(id));
        Opened file = store.open(id, sha256).orElseThrow(EvidenceProblem.NOT_FOUND::problem);
        return RestResponse.ResponseBuilder.ok(file.content())
                .header("Content-Type", file.mediaType())
                // A file of somebody else's making: it is saved, never run.
                .header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    @POST
    @Consumes({PDF, JPEG, PNG})
    @Produces(MediaType.APPLICATION_JSON)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "handInEvidence",
            summary = "Hand a photograph or a document in",
            description =
                    "At most 10 MB; it is checked by its content and kept without metadata. Handed in again, it is "
                            + "there once.")
    @APIResponse(
            responseCode = "201",
            description = "It is kept; its SHA-256 is what reports name it by",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = EvidenceResponse.class)))
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "project-not-found")
    @APIResponse(responseCode = "413", description = "request-too-large")
    @APIResponse(responseCode = "415", description = "request-unsupported-media-type")
    @APIResponse(responseCode = "422", description = "evidence-unreadable, evidence-too-large, evidence-personal-data")
    public RestResponse<EvidenceResponse> handIn(
            @RestPath UUID id,
            @RestQuery
                    @NotNull
                    @Pattern(regexp = NeedRequest.LINE_100, message = "{need.line100}")
                    @Parameter(description = "What it shows", example = "图书到校签收单")
                    String title,
            @HeaderParam("Content-Type") @Parameter(hidden = true) String mediaType,
            @RequestBody(
                            description = "The bytes of the file",
                            content = {
                                @Content(
                                        mediaType = PDF,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                                        example = EXAMPLE),
                                @Content(
                                        mediaType = JPEG,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                                        example = EXAMPLE),
                                @Content(
                                        mediaType = PNG,
                                        schema = @Schema(type = SchemaType.STRING, format = "binary"),
                                        example = EXAMPLE)
                            })
                    byte[] file) {
        EvidenceResponse kept = service.handIn(id, file, mediaType, title.strip());
        return Created.at("/projects/" + id + "/evidence/" + kept.sha256(), kept);
    }
}
