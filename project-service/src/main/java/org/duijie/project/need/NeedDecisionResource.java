package org.duijie.project.need;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.patch.MergePatch;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is decided about a need: that it is handed in, reviewed, amended, taken back, opened again. */
@Path("/needs/{id}")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class NeedDecisionResource {

    private final NeedService service;
    private final MergePatch mergePatch;

    @Inject
    NeedDecisionResource(NeedService service, MergePatch mergePatch) {
        this.service = service;
        this.mergePatch = mergePatch;
    }

    @POST
    @Path("/submission")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(operationId = "submitNeed", summary = "Hand a need to another office for review")
    @APIResponse(responseCode = "200", description = "The need, now waiting for review")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours; publisher-blocked")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-draft, need-deadline-passed, request-conflict")
    public NeedResponse submit(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        return service.submit(id, ifMatch);
    }

    @POST
    @Path("/review")
    @Idempotent(required = false)
    @Access(
            roles = {Role.SUPERIOR_OFFICE, Role.LEADING_GROUP},
            tenant = Tenant.OVERSIGHT)
    @Operation(
            operationId = "reviewNeed",
            summary = "Publish a submitted need, or return it with reasons",
            description =
                    "By an office above the county, or the leading group; never by anybody who wrote it. Where an "
                            + "amendment of a published need waits, it is that which is agreed to, or returned.")
    @APIResponse(responseCode = "200", description = "The need, published, amended or returned")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "need-reviewer-is-author, access-forbidden")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-submitted, need-deadline-passed, request-conflict")
    @APIResponse(responseCode = "422", description = "need-personal-data")
    public NeedResponse review(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid NeedRequest.Review review) {
        return switch (review.decision()) {
            case PUBLISH -> service.publish(id, ifMatch, review.reasons());
            case RETURN -> service.sendBack(id, ifMatch, requireReasons(review));
        };
    }

    @POST
    @Path("/amendments")
    @Idempotent
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION,
            foreign = 403)
    @Operation(
            operationId = "amendNeed",
            summary = "Change a published need, with a reason",
            description =
                    "What asks for no more than was reviewed is in force at once. What raises the value, a quantity "
                            + "or a number of beneficiaries waits for another review; readers see the need as it was until then. "
                            + "A further amendment takes the place of one that waits; one that changes nothing takes it back. "
                            + "Pointers of a refusal lead into the need as it would be.")
    @APIResponse(
            responseCode = "200",
            description = "The need as amended, or as it is with the proposal that waits for review")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-published, need-deadline-passed, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "need-nothing-changed, need-amendment-unfit, need-contradictory, need-personal-data")
    public NeedResponse amend(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid NeedRequest.Amendment amendment) {
        return service.amend(id, ifMatch, amendment.reason().strip(), before -> mergePatch
                .apply(NeedRequest.of(before), amendment.patch(), NeedRequest.class)
                .toTerms());
    }

    @POST
    @Path("/withdrawal")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(operationId = "withdrawNeed", summary = "Take a need back")
    @APIResponse(responseCode = "200", description = "The need, withdrawn")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-open, request-conflict")
    @APIResponse(responseCode = "422", description = "need-personal-data")
    public NeedResponse withdraw(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid NeedRequest.Reason withdrawal) {
        return service.withdraw(id, ifMatch, withdrawal.reason().strip());
    }

    @POST
    @Path("/reopening")
    @Idempotent(required = false)
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION)
    @Operation(
            operationId = "reopenNeed",
            summary = "Make a draft again of a need that was withdrawn or has expired",
            description = "It goes through review once more.")
    @APIResponse(responseCode = "200", description = "The need, a draft")
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden: the county is not yours")
    @APIResponse(responseCode = "404", description = "need-not-found")
    @APIResponse(responseCode = "409", description = "need-not-closed, request-conflict")
    @APIResponse(responseCode = "422", description = "need-personal-data")
    public NeedResponse reopen(
            @RestPath UUID id, @BeanParam IfMatch ifMatch, @NotNull @Valid NeedRequest.Reason reopening) {
        return service.reopen(id, ifMatch, reopening.reason().strip());
    }

    private static List<String> requireReasons(NeedRequest.Review review) {
        if (review.reasons().isEmpty()) {
            throw RequestProblem.INVALID.at("#/reasons", "退回需求须说明理由。", "A need is returned with reasons.");
        }
        return review.reasons();
    }
}
