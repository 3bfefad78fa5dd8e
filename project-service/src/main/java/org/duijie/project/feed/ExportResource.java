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
import java.io.IOException;
import java.io.OutputStream;
import org.duijie.chassis.identity.Access;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedResponse;
import org.duijie.project.need.NeedScope;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
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

    /** Where the change feed goes on from an export. */
    private static final String POSITION = "Duijie-Feed-Position";

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv;charset=UTF-8;header=present";
    private static final String DIVISION_PREFIX = "^[1-9]\\d(\\d{2}){0,2}$";

    private final FeedRepository feed;
    private final NeedExport export;
    private final NeedAccess access;
    private final ObjectMapper json;

    @Inject
    ExportResource(FeedRepository feed, NeedExport export, NeedAccess access, ObjectMapper json) {
        this.feed = feed;
        this.export = export;
        this.access = access;
        this.json = json;
    }

    @GET
    @Produces(NDJSON)
    @Access(open = true)
    @Operation(
            operationId = "exportNeeds",
            summary = "Take all needs that you may see, oldest first",
            description = "As NDJSON, one need a line, or as CSV for spreadsheets: UTF-8 with byte order mark, lines "
                    + "ended by CR LF, and an apostrophe before a cell that would be computed or rounded. Go on from "
                    + "here with the change feed: export and feed together miss nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The needs",
            headers = {
                @Header(
                        name = POSITION,
                        description = "since for the change feed",
                        schema = @Schema(implementation = String.class, examples = "48213-0")),
                @Header(
                        name = "Link",
                        description = "The change feed from here on, rel=\"monitor\"",
                        schema = @Schema(implementation = String.class))
            },
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = NeedResponse.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class), example = """
                                id,version,status,divisionCode,divisionName,title
                                01890a5d-ac96-774b-bcce-b302099a8057,3,PUBLISHED,130722,张北县,乡村小学图书角
                                """)
            })
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "406", description = "request-not-acceptable")
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
        head(response, "ndjson");
        NeedScope scope = access.scope();
        return output -> writeLines(output, filter(division), scope);
    }

    /** The same for spreadsheets; described with the other. */
    @GET
    @Produces(CSV)
    @Access(open = true)
    @Operation(operationId = "exportNeedTable", hidden = true)
    public StreamingOutput table(
            @RestQuery @Pattern(regexp = DIVISION_PREFIX, message = "{need.divisionPrefix}") @Nullable String division,
            @Context HttpServerResponse response) {
        head(response, "csv");
        NeedScope scope = access.scope();
        return output -> writeTable(output, filter(division), scope);
    }

    /** The position is read before the first need: what changes from then on is in the feed. */
    private void head(HttpServerResponse response, String ending) {
        FeedPosition position = feed.horizon();
        response.putHeader("Content-Disposition", "attachment; filename=\"needs." + ending + "\"")
                .putHeader(POSITION, position.toString())
                .putHeader("Link", "</needs/feed?since=" + position + ">; rel=\"monitor\"");
    }

    private static NeedRepository.Filter filter(@Nullable String division) {
        return new NeedRepository.Filter(division, null, null, null, null, false);
    }

    private void writeTable(OutputStream output, NeedRepository.Filter filter, NeedScope scope) throws IOException {
        try (NeedSheet sheet = new NeedSheet(output, json)) {
            export.<IOException>forEachPiece(filter, scope, needs -> {
                for (NeedResponse need : needs) {
                    sheet.add(need);
                }
            });
        }
    }

    private void writeLines(OutputStream output, NeedRepository.Filter filter, NeedScope scope) throws IOException {
        export.<IOException>forEachPiece(filter, scope, needs -> {
            for (NeedResponse need : needs) {
                output.write(json.writeValueAsBytes(need));
                output.write('\n');
            }
        });
    }
}
