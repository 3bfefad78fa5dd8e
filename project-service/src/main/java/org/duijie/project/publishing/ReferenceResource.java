package org.duijie.project.publishing;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.identity.Tenant;
import org.duijie.chassis.precondition.OptionalIfMatch;
import org.duijie.project.need.Need;
import org.duijie.project.need.NeedAccess;
import org.duijie.project.need.NeedProblem;
import org.duijie.project.need.NeedRepository;
import org.duijie.project.need.NeedResponse;
import org.duijie.project.need.OwnReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Needs under the names that their publishers gave them. */
@Path("/needs/references/{reference}")
@Tag(name = "needs", description = "What counties ask for")
@RunOnVirtualThread
public class ReferenceResource {

    /** What a publisher may call its needs, here and in a bulk import. */
    public static final String REFERENCE = "^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$";

    private static final String WHAT = "What you call the need; yours alone, nobody else's references are in the way";

    private final PublishingService service;
    private final NeedRepository needs;
    private final NeedAccess access;

    @Inject
    ReferenceResource(PublishingService service, NeedRepository needs, NeedAccess access) {
        this.service = service;
        this.needs = needs;
        this.access = access;
    }

    @GET
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.OWNER)
    @Operation(operationId = "getOwnNeed", summary = "Read a need by the name that you gave it")
    @APIResponse(responseCode = "200", description = "The need")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "need-not-found: you call none so")
    public NeedResponse get(
            @RestPath
                    @Pattern(regexp = REFERENCE, message = "{need.reference}")
                    @Parameter(description = WHAT, example = "2027-EDU-0042")
                    String reference) {
        return needs.find(new OwnReference(access.writer().publisher(), reference))
                .map(this::readable)
                .orElseThrow(NeedProblem.NOT_FOUND::problem);
    }

    @PUT
    @Access(
            roles = {Role.COUNTY_BUREAU, Role.PARTNER_PLATFORM, Role.LEADING_GROUP},
            tenant = Tenant.DIVISION,
            foreign = 403)
    @Operation(
            operationId = "putOwnNeed",
            summary = "Hand a need in, or replace it, under a name of your own",
            description = "Safe to send again: what is the same as before changes nothing. A new need is drafted and "
                    + "submitted in one step. What a TRUSTED publisher hands in is published at once; otherwise another "
                    + "office reviews it, and of a published need an amendment that asks for more.")
    @APIResponse(responseCode = "200", description = "The need, replaced or as it was")
    @APIResponse(
            responseCode = "201",
            description = "The need, new; Location is its address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NeedResponse.class)))
    @APIResponse(responseCode = "400", description = "request-malformed, request-invalid")
    @APIResponse(responseCode = "403", description = "publisher-blocked, access-forbidden: the county is not yours")
    @APIResponse(responseCode = "409", description = "need-deadline-passed, need-not-open, request-conflict")
    @APIResponse(
            responseCode = "422",
            description = "need-division-unfit, need-contradictory, need-personal-data, need-reason-missing, "
                    + "need-amendment-unfit")
    @APIResponse(responseCode = "429", description = "publisher-quota-exceeded: see Retry-After")
    public RestResponse<NeedResponse> put(
            @RestPath
                    @Pattern(regexp = REFERENCE, message = "{need.reference}")
                    @Parameter(description = WHAT, example = "2027-EDU-0042")
                    String reference,
            @BeanParam OptionalIfMatch ifMatch,
            @NotNull @Valid PutRequest request) {
        PutOutcome outcome = service.put(access.writer(), ifMatch, request.of(reference));
        NeedResponse need = access.shown(Objects.requireNonNull(outcome.need()));
        return Created.orReplaced(outcome.kind() == PutOutcome.Kind.CREATED, "/needs/" + need.id(), need);
    }

    /** A platform whose delegation ended no longer sees what it once handed in for the county, unless everybody does. */
    private NeedResponse readable(Need need) {
        access.requireReader(need);
        return access.shown(need);
    }
}
