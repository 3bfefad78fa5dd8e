package org.duijie.matching.proposal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.precondition.IfMatch;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is decided about a proposal: that it is accepted, declined, answered with other terms, taken back. */
@Path("/proposals/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "proposals", description = "对接意向 · From a match to an agreement")
public class ProposalDecisionResource {

    private final ProposalService service;

    @Inject
    ProposalDecisionResource(ProposalService service) {
        this.service = service;
    }

    @POST
    @Path("/acceptance")
    @Consumes(MediaType.WILDCARD)
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "acceptProposal",
            summary = "接受 · Accept the present terms",
            description =
                    "By the side whose answer is waited for. The offer's capacity is then reserved and the need's quantity"
                            + " committed; until both are, the proposal tells what it waits for, and it is agreed or refused"
                            + " in the end.")
    @APIResponse(responseCode = "200", description = "The proposal, accepted; not agreed yet")
    @APIResponse(responseCode = "403", description = "proposal-answerer-is-proposer, access-forbidden")
    @APIResponse(responseCode = "404", description = "proposal-not-found")
    @APIResponse(
            responseCode = "409",
            description = "proposal-not-open, proposal-not-your-turn, proposal-not-a-match, proposal-not-admissible,"
                    + " request-conflict")
    public ProposalResponse accept(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return service.accept(id, ifMatch);
    }

    @POST
    @Path("/counter-proposals")
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "counterProposal",
            summary = "还价 · Answer with other terms",
            description = "By the side whose answer is waited for; then it is the other's turn. All terms are kept.")
    @APIResponse(responseCode = "200", description = "The proposal with the new terms")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "proposal-not-found")
    @APIResponse(
            responseCode = "409",
            description = "proposal-not-open, proposal-not-your-turn, proposal-not-a-match, proposal-not-admissible,"
                    + " proposal-not-enough-left, request-conflict")
    @APIResponse(responseCode = "422", description = "proposal-contradictory, proposal-personal-data")
    public ProposalResponse counter(
            @PathParam("id") UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull(message = "{matching.required}") @Valid ProposalRequest.Counter counter) {
        return service.counter(id, counter, ifMatch);
    }

    @POST
    @Path("/refusal")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "declineProposal",
            summary = "谢绝 · Decline it, with a reason",
            description = "By the side whose answer is waited for.")
    @APIResponse(responseCode = "200", description = "The proposal, declined")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "proposal-not-found")
    @APIResponse(responseCode = "409", description = "proposal-not-open, proposal-not-your-turn, request-conflict")
    @APIResponse(responseCode = "422", description = "proposal-personal-data")
    public ProposalResponse decline(
            @PathParam("id") UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull(message = "{matching.required}") @Valid ProposalRequest.Reason refusal) {
        return service.decline(id, refusal.reason(), ifMatch);
    }

    @POST
    @Path("/withdrawal")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.ORGANIZATION, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.PARTY)
    @Operation(
            operationId = "withdrawProposal",
            summary = "撤回 · Take one's own terms back, with a reason",
            description = "By the side whose terms wait for an answer; not once they are accepted.")
    @APIResponse(responseCode = "200", description = "The proposal, withdrawn")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "proposal-not-found")
    @APIResponse(responseCode = "409", description = "proposal-not-open, proposal-not-your-turn, request-conflict")
    @APIResponse(responseCode = "422", description = "proposal-personal-data")
    public ProposalResponse withdraw(
            @PathParam("id") UUID id,
            @BeanParam IfMatch ifMatch,
            @NotNull(message = "{matching.required}") @Valid ProposalRequest.Reason withdrawal) {
        return service.withdraw(id, withdrawal.reason(), ifMatch);
    }
}
