package org.duijie.organization.offer;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.precondition.OptionalIfMatch;
import org.duijie.chassis.query.QueryValue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Offers over HTTP. Open ones are public; ended ones show to their organization and to who reads everything. */
@Path("/offers")
@Tag(name = "offers", description = "帮扶资源 · What organizations can give")
@RunOnVirtualThread
public class OfferResource {

    static final String REFERENCE = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

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
    @Idempotent
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(
            operationId = "openOffer",
            summary = "Open an offer",
            description = "By a verified organization, or a platform that acts for it.")
    @APIResponse(
            responseCode = "201",
            description = "The offer; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "409", description = "offer-organization-not-verified")
    @APIResponse(
            responseCode = "422",
            description = "offer-organization-unknown, offer-contradictory, offer-period-passed, offer-personal-data")
    public RestResponse<OfferResponse> open(@NotNull @Valid OfferRequest request) {
        OfferResponse opened = OfferResponse.of(service.open(request));
        return Created.at("/offers/" + opened.id(), opened);
    }

    @GET
    @Access(open = true)
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
    @Access(open = true)
    @Operation(operationId = "getOffer", summary = "Get an offer")
    @APIResponse(responseCode = "200", description = "The offer")
    @APIResponse(responseCode = "404", description = "offer-not-found: there is none, or none that you may see")
    public OfferResponse get(@PathParam("id") UUID id) {
        Offer offer = offers.findByIdOptional(id).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        return OfferResponse.of(offer);
    }

    @PATCH
    @Path("/{id}")
    @Idempotent(required = false)
    @Consumes(MergePatch.MEDIA_TYPE)
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(
            operationId = "amendOffer",
            summary = "Change an open offer in part",
            description = "What is left out stays, null takes away; lists are replaced whole. The organization stays; a"
                    + " line of which something is spoken for keeps its place, kind, code and unit, and at least as much."
                    + " The same again changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = OfferRequest.class)))
    @APIResponse(responseCode = "200", description = "The offer as it is now")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "offer-not-found")
    @APIResponse(
            responseCode = "409",
            description = "offer-not-open, offer-spoken-for, offer-organization-not-verified, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "offer-organization-fixed, offer-contradictory, offer-period-passed, offer-personal-data")
    public OfferResponse amend(@PathParam("id") UUID id, @NotNull JsonNode patch, @BeanParam IfMatch ifMatch) {
        return OfferResponse.of(service.amend(id, patch, ifMatch));
    }

    @PUT
    @Path("/references/{reference}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(
            operationId = "putOfferByReference",
            summary = "Open an offer under your own reference, or replace it",
            description = "A reference is yours alone: that of the organization, or of the platform that acts for it."
                    + " Sent again it makes nothing new, and the same again changes nothing.")
    @APIResponse(responseCode = "200", description = "The offer, replaced or as it was")
    @APIResponse(
            responseCode = "201",
            description = "The offer, newly opened; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(
            responseCode = "409",
            description = "offer-not-open, offer-spoken-for, offer-organization-not-verified, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "offer-organization-unknown, offer-organization-fixed, offer-contradictory,"
                    + " offer-period-passed, offer-personal-data")
    public RestResponse<OfferResponse> put(
            @Parameter(example = "books-2027-01")
                    @PathParam("reference")
                    @Pattern(regexp = REFERENCE, message = "{offer.reference}")
                    String reference,
            @NotNull @Valid OfferPut request,
            @BeanParam OptionalIfMatch ifMatch) {
        OfferService.Put put = service.put(reference, request.offer(), ifMatch);
        OfferResponse offer = OfferResponse.of(put.offer());
        return Created.orReplaced(put.made(), "/offers/" + offer.id(), offer);
    }

    @GET
    @Path("/references/{reference}")
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.OWNER)
    @Operation(operationId = "getOfferByReference", summary = "Get the offer under your own reference")
    @APIResponse(responseCode = "200", description = "The offer")
    @APIResponse(responseCode = "404", description = "offer-not-found: you have put none under this reference")
    public OfferResponse getByReference(
            @Parameter(example = "books-2027-01")
                    @PathParam("reference")
                    @Pattern(regexp = REFERENCE, message = "{offer.reference}")
                    String reference) {
        Offer offer = offers.byReference(access.publisher(), reference).orElseThrow(OfferProblem.NOT_FOUND::problem);
        access.requireSeeing(offer);
        return OfferResponse.of(offer);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Idempotent(required = false)
    @Access(
            roles = {Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.ORGANIZATION,
            foreign = 403)
    @Operation(operationId = "withdrawOffer", summary = "Take an offer back")
    @APIResponse(responseCode = "200", description = "The offer, now withdrawn")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "offer-not-found")
    @APIResponse(responseCode = "409", description = "offer-not-open, request-conflict")
    @APIResponse(responseCode = "422", description = "offer-personal-data")
    public OfferResponse withdraw(
            @PathParam("id") UUID id, @NotNull @Valid WithdrawalRequest request, @BeanParam IfMatch ifMatch) {
        return OfferResponse.of(service.withdraw(id, request, ifMatch));
    }
}
