package org.duijie.organization.organization;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Objects;
import org.duijie.chassis.export.Columns;
import org.duijie.chassis.export.Export;
import org.duijie.chassis.identity.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All organizations in one answer, over HTTP. */
@Path("/organizations/export")
@Tag(name = "organizations", description = "社会组织 · The registry of social organizations and their standing")
@RunOnVirtualThread
public class OrganizationExportResource {

    private final Export export;
    private final OrganizationRepository organizations;
    private final OrganizationAccess access;
    private final Columns<OrganizationResponse> columns;

    @Inject
    OrganizationExportResource(
            Export export, OrganizationRepository organizations, OrganizationAccess access, ObjectMapper json) {
        this.export = export;
        this.organizations = organizations;
        this.access = access;
        this.columns = columns(json);
    }

    @GET
    @Produces(Export.NDJSON)
    @Access(open = true)
    @Operation(
            operationId = "exportOrganizations",
            summary = "Take all organizations, oldest first",
            description = Export.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The organizations",
            content =
                    @Content(mediaType = Export.NDJSON, schema = @Schema(implementation = OrganizationResponse.class)))
    public StreamingOutput lines(@Context HttpServerResponse response) {
        return export.lines(response, "organizations", OrganizationResponse::id, seen());
    }

    /** The same for spreadsheets; described with the other. */
    @GET
    @Produces(Export.CSV)
    @Access(open = true)
    @Operation(operationId = "exportOrganizationTable", hidden = true)
    public StreamingOutput table(@Context HttpServerResponse response) {
        return export.table(response, "organizations", columns, OrganizationResponse::id, seen());
    }

    private Export.Pieces<OrganizationResponse> seen() {
        return (last, size) -> organizations.oldestFirst(OrganizationRepository.Filter.NONE, last, size).stream()
                .map(access::shown)
                .toList();
    }

    private static Columns<OrganizationResponse> columns(ObjectMapper json) {
        return new Columns<OrganizationResponse>(json)
                .show("id", OrganizationResponse::id)
                .show("version", OrganizationResponse::version)
                .show("status", OrganizationResponse::status)
                .show("statusSince", OrganizationResponse::statusSince)
                .show("statusReason", OrganizationResponse::statusReason)
                .show("creditCode", OrganizationResponse::creditCode)
                .show("name", OrganizationResponse::name)
                .show("description", OrganizationResponse::description)
                .show("type", OrganizationResponse::type)
                .show("level", OrganizationResponse::level)
                .show("registrarDivision", OrganizationResponse::registrarDivision)
                .showJson("standing", OrganizationResponse::standing)
                .showWords(
                        "relatedParties",
                        organization -> Objects.requireNonNullElse(organization.relatedParties(), List.of()))
                .showJson("creditCodeOverride", OrganizationResponse::creditCodeOverride)
                .show("createdAt", OrganizationResponse::createdAt)
                .show("updatedAt", OrganizationResponse::updatedAt);
    }
}
