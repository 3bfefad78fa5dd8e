package org.duijie.matching.proposal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
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

/** Proposals over HTTP: made, listed and read. What the other side does with them is {@link ProposalDecisionResource}. */
@Path("/proposals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "proposals", description = "对接意向 · From a match to an agreement")
public class ProposalResource {

    private static final String CREDIT_CODE = "^[0-9A-HJ-NPQRTUWXY]{18}$";

    private final ProposalService service;
    private final ProposalRepository proposals;
    private final ProposalHistory history;
    private final ProposalAccess access;

    @Inject
    ProposalResource(
            ProposalService service, ProposalRepository proposals, ProposalHistory history, ProposalAccess access) {
        this.service = service;
        this.proposals = proposals;
        this.history = history;
        this.access = access;
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY,
            foreign = 403)
    @Operation(
            operationId = "propose",
            summary = "提出对接意向 · Propose that an offer helps a need",
            description =
                    "By the county or by the organization, on a match; or by invitation where nothing but the offer's own"
                            + " wishes speaks against it. Each item names its place among the need's items.")
    @APIResponse(
            responseCode = "201",
            description = "The proposal; Location is its address",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = ProposalResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "404", description = "match-need-not-found, match-offer-not-found")
    @APIResponse(
            responseCode = "409",
            description =
                    "proposal-not-a-match, proposal-not-admissible, proposal-already-open, proposal-not-enough-left")
    @APIResponse(responseCode = "422", description = "proposal-contradictory, proposal-personal-data")
    public RestResponse<ProposalResponse> propose(
            @NotNull(message = "{matching.required}") @Valid ProposalRequest request) {
        ProposalResponse made = service.propose(request);
        return Created.at("/proposals/" + made.id(), made);
    }

    @GET
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.SUPERIOR_OFFICE,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.LEADING_GROUP,
                Role.SUPERVISOR
            })
    @Operation(
            operationId = "listProposals",
            summary = "列出对接意向 · List proposals, in the order of making",
            description =
                    "Each side sees its own, an office those of the counties under it and those whose silence it was"
                            + " told of; the leading group and the supervisor see all.")
    @APIResponse(responseCode = "200", description = "One page of them")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<ProposalResponse> list(
            @Parameter(description = "Id of the need", schema = @Schema(implementation = UUID.class))
                    @QueryParam("need")
                    @Nullable
                    String need,
            @Parameter(description = "Id of the offer", schema = @Schema(implementation = UUID.class))
                    @QueryParam("offer")
                    @Nullable
                    String offer,
            @Parameter(
                            description = "Credit code of the organization",
                            example = "51110102MJ0121629F",
                            schema = @Schema(implementation = String.class, pattern = CREDIT_CODE))
                    @QueryParam("organization")
                    @Nullable
                    String organization,
            @Parameter(schema = @Schema(implementation = ProposalStatus.class)) @QueryParam("status") @Nullable
                    String status,
            @BeanParam PageRequest page) {
        var filter = new ProposalRepository.Filter(
                new QueryValue("need", need).asId(),
                new QueryValue("offer", offer).asId(),
                new QueryValue("organization", organization).asText(),
                new QueryValue("status", status).asChoice(ProposalStatus.class));
        return Page.of(proposals.page(filter, access.sight(), page), page, Proposal::id, ProposalResponse::of);
    }

    @GET
    @Path("/{id}")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.SUPERIOR_OFFICE,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.LEADING_GROUP,
                Role.SUPERVISOR
            },
            tenant = Tenant.PARTY)
    @Operation(operationId = "getProposal", summary = "查看对接意向 · Read a proposal, and what it waits for since when")
    @APIResponse(responseCode = "200", description = "The proposal")
    @APIResponse(responseCode = "404", description = "proposal-not-found: there is none, or none that you may see")
    public ProposalResponse get(@PathParam("id") UUID id) {
        return ProposalResponse.of(visible(id));
    }

    @GET
    @Path("/{id}/changes")
    @Access(
            roles = {
                Role.COUNTY_BUREAU,
                Role.SUPERIOR_OFFICE,
                Role.ORGANIZATION,
                Role.PARTNER_PLATFORM,
                Role.LEADING_GROUP,
                Role.SUPERVISOR
            },
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "listProposalChanges",
            summary =
                    "意向的经过 · Read what happened to a proposal, by whom, with every version of the terms, oldest first")
    @APIResponse(responseCode = "200", description = "One page of changes")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "proposal-not-found")
    public Page<ProposalChangeResponse> changes(@PathParam("id") UUID id, @BeanParam PageRequest page) {
        visible(id);
        return Page.of(
                history.of(id, page.afterNumber(), page.fetchSize()),
                page,
                ProposalHistory.Entry::version,
                ProposalChangeResponse::of);
    }

    private Proposal visible(UUID id) {
        Proposal proposal = proposals.findByIdOptional(id).orElseThrow(ProposalProblem.NOT_FOUND::problem);
        access.requireSeeing(proposal);
        return proposal;
    }
}
