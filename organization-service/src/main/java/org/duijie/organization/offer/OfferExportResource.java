package org.duijie.organization.offer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import org.duijie.chassis.export.Columns;
import org.duijie.chassis.export.Export;
import org.duijie.chassis.identity.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All offers in one answer, over HTTP. */
@Path("/offers/export")
@Tag(name = "offers", description = "帮扶资源 · What organizations can give")
@RunOnVirtualThread
public class OfferExportResource {

    private final Export export;
    private final OfferRepository offers;
    private final OfferAccess access;
    private final Columns<OfferResponse> columns;

    @Inject
    OfferExportResource(Export export, OfferRepository offers, OfferAccess access, ObjectMapper json) {
        this.export = export;
        this.offers = offers;
        this.access = access;
        this.columns = columns(json);
    }

    @GET
    @Produces(Export.NDJSON)
    @Access(open = true)
    @Operation(
            operationId = "exportOffers",
            summary = "Take all offers that you may see, oldest first",
            description = Export.DESCRIPTION)
    @APIResponse(
            responseCode = "200",
            description = "The offers",
            content = @Content(mediaType = Export.NDJSON, schema = @Schema(implementation = OfferResponse.class)))
    public StreamingOutput lines(@Context HttpServerResponse response) {
        return export.lines(response, "offers", OfferResponse::id, seen());
    }

    /** The same for spreadsheets; described with the other. */
    @GET
    @Produces(Export.CSV)
    @Access(open = true)
    @Operation(operationId = "exportOfferTable", hidden = true)
    public StreamingOutput table(@Context HttpServerResponse response) {
        return export.table(response, "offers", columns, OfferResponse::id, seen());
    }

    private Export.Pieces<OfferResponse> seen() {
        OfferRepository.Sight sight = access.sight();
        return (last, size) -> offers.oldestFirst(OfferRepository.Filter.NONE, sight, last, size).stream()
                .map(OfferResponse::of)
                .toList();
    }

    private static Columns<OfferResponse> columns(ObjectMapper json) {
        return new Columns<OfferResponse>(json)
                .show("id", OfferResponse::id)
                .show("version", OfferResponse::version)
                .show("status", OfferResponse::status)
                .show("organizationId", OfferResponse::organizationId)
                .show("creditCode", OfferResponse::creditCode)
                .show("title", OfferResponse::title)
                .show("summary", OfferResponse::summary)
                .showJson("items", OfferResponse::items)
                .show("value", offer -> offer.value().amount())
                .show("smallestCommitment", offer -> offer.smallestCommitment().amount())
                .show("largestCommitment", offer -> offer.largestCommitment().amount())
                .show("currency", offer -> offer.value().currency())
                .showWords("fields", OfferResponse::fields)
                .showWords("divisions", OfferResponse::divisions)
                .showWords("excludedDivisions", OfferResponse::excludedDivisions)
                .showWords("modes", OfferResponse::modes)
                .showWords("participationRoles", OfferResponse::participationRoles)
                .show("validFrom", OfferResponse::validFrom)
                .show("validUntil", OfferResponse::validUntil)
                .show("withdrawalReason", OfferResponse::withdrawalReason)
                .show("createdAt", OfferResponse::createdAt)
                .show("updatedAt", OfferResponse::updatedAt);
    }
}
