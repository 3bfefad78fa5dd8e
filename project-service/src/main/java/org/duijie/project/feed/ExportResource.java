package org.duijie.project.feed;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import org.duijie.chassis.export.Columns;
import org.duijie.chassis.export.Export;
import org.duijie.chassis.identity.Access;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedResponse;
import org.duijie.project.need.NeedScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All needs in one answer, over HTTP. */
@Path("/needs/export")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class ExportResource {

    private static final String DIVISION_PREFIX = "^[1-9]\\d(\\d{2}){0,2}$";

    private final Export export;
    private final NeedRepository needs;
    private final NeedAccess access;
    private final Columns<NeedResponse> columns;

    @Inject
    ExportResource(Export export, NeedRepository needs, NeedAccess access, ObjectMapper json) {
        this.export = export;
        this.needs = needs;
        this.access = access;
        this.columns = NeedSheet.columns(json);
    }

    @GET
    @Produces(Export.NDJSON)
    @Access(open = true)
    @Operation(
            operationId = "exportNeeds",
            summary = "Take all needs that you may see, oldest first",
            description = Export.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The needs",
            content = @Content(mediaType = Export.NDJSON, schema = @Schema(implementation = NeedResponse.class)))
    @APIResponse(responseCode = "400", description = "request-invalid")
    public StreamingOutput lines(
            @RestQuery
                    @Pattern(regexp = DIVISION_PREFIX, message = "{need.divisionPrefix}")
                    @Parameter(
                            description =
                                    "GB/T 2260 code, or its first two or four digits; covers all that lies under it",
                            example = "1307")
                    @Nullable
                    String division,
            @Context HttpServerResponse response) {
        return export.lines(response, "needs", NeedResponse::id, needs(division));
    }

    /** The same for spreadsheets; described with the other. */
    @GET
    @Produces(Export.CSV)
    @Access(open = true)
    @Operation(operationId = "exportNeedTable", hidden = true)
    public StreamingOutput table(
            @RestQuery @Pattern(regexp = DIVISION_PREFIX, message = "{need.divisionPrefix}") @Nullable String division,
            @Context HttpServerResponse response) {
        return export.table(response, "needs", columns, NeedResponse::id, needs(division));
    }

    private Export.Pieces<NeedResponse> needs(@Nullable String division) {
        var filter = new NeedRepository.Filter(division, null, null, null, null, false);
        NeedScope scope = access.scope();
        return (last, size) -> needs.oldestFirst(filter, scope, last, size).stream()
                .map(access::shown)
                .toList();
    }
}
