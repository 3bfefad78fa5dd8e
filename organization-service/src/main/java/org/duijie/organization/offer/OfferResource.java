package org.duijie.organization.offer;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Offers over HTTP. Open ones are public; ended ones show to their organization and to who reads everything. */
@Path("/offers")
@Tag(name = "offers", description = "帮扶资源 · What organizations can give")
@RunOnVirtualThread
public class OfferResource {

    private final OfferService service;
    private final OfferRepository offers;
    private final OfferAccess access;

    @Inject
    OfferResource(OfferService service, OfferRepository offers, OfferAccess access) {
        this.service = service;
        this.offers = offers;
        this.access = access;
    }

    @POST
    @RolesAllowed({"ORGANIZATION", "PARTNER_PLATFORM", "LEADING_GROUP"})
    @Operation(
            operationId = "openOffer",
            summary = "Open an offer",
            description = "By a verified organization, or a platform that acts for it.")
    @APIResponse(
            responseCode = "201",
            description = "The offer; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the organization is not yours")
    @APIResponse(responseCode = "409", description = "offer-organization-not-verified")
    @APIResponse(
            responseCode = "422",
            description = "offer-organization-unknown, offer-contradictory, offer-period-passed, offer-personal-data")
    public RestResponse<OfferResponse> open(@NotNull @Valid OfferRequest request) {
        OfferResponse opened = OfferResponse.of(service.open(request));
        return RestResponse.ResponseBuilder.<OfferResponse>create(RestResponse.Status.CREATED)
                .header("Location", "/offers/" + opened.id())
                .entity(opened)
                .build();
    }

    @GET
    @Operation(operationId = "listOffers", summary = "List offers, in the order of making")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<OfferResponse> list(
            @Parameter(description = "Id of the organization", schema = @Schema(implementation = UUID.class))
                    @QueryParam("organization")
                    @Nullable
                    String organization,
            @Parameter(
                            description = "Offers that serve this field",
                            schema = @Schema(implementation = OfferTerms.Field.class))
                    @QueryParam("field")
                    @Nullable
                    String field,
            @Parameter(
                            description = "Offers that serve this division or a part of it (GB/T 2260)",
                            example = "130722",
                            schema = @Schema(implementation = String.class, pattern = OfferRequest.DIVISION))
                    @QueryParam("division")
                    @Nullable
                    String division,
            @Parameter(schema = @Schema(implementation = OfferStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new OfferRepository.Filter(
                new QueryValue("organization", organization).asId(),
                new QueryValue("field", field).asChoice(OfferTerms.Field.class),
                new QueryValue("division", division).asDivisionCode(),
                new QueryValue("status", status).asChoice(OfferStatus.class));
        return Page.of(offers.page(filter, access.sight(), page), page, Offer::id, OfferResponse::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOffer", summary = "Get an offer")
    @APIResponse(responseCode = "200", description = "The offer")
    @APIResponse(responseCode = "404", description = "offer-not-found: there is none, or none that you may see")
    public OfferResponse get(@PathParam("id") UUID id) {
        Offer offer = offers.findByIdOptional(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        return OfferResponse.of(offer);
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed({"ORGANIZATION", "PARTNER_PLATFORM", "LEADING_GROUP"})
    @Operation(operationId = "withdrawOffer", summary = "Take an offer back")
    @APIResponse(responseCode = "200", description = "The offer, now withdrawn")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "401", description = "access-unauthenticated")
    @APIResponse(responseCode = "403", description = "access-forbidden: the offer is not yours")
    @APIResponse(responseCode = "404", description = "offer-not-found")
    @APIResponse(responseCode = "409", description = "offer-not-open, request-conflict")
    @APIResponse(responseCode = "422", description = "offer-personal-data")
    public OfferResponse withdraw(@PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request) {
        return OfferResponse.of(service.withdraw(id, request));
    }
}
