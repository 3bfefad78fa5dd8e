package org.duijie.matching.policy;

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
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.answer.Created;
import org.duijie.chassis.idempotency.Idempotent;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "policies", description = "匹配策略 · How much each factor weighs in a match")
public class PolicyResource {

    private final PolicyService service;
    private final PolicyRepository policies;
    private final PolicyAuthorRepository authors;
    private final CurrentUser user;
    private final InstantSource clock;

    @Inject
    PolicyResource(
            PolicyService service,
            PolicyRepository policies,
            PolicyAuthorRepository authors,
            CurrentUser user,
            InstantSource clock) {
        this.service = service;
        this.policies = policies;
        this.authors = authors;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "listPolicies",
            summary = "全部策略版本 · List the versions of the policy",
            description = "Public, proposals among them. Who proposed a version is shown to the leading group and the "
                    + "supervisor.")
    @APIResponse(responseCode = "200", description = "In the order of their versions")
    @APIResponse(responseCode = "400", description = "request-invalid")
    public Page<PolicyResponse> list(@BeanParam PageRequest page) {
        List<Policy> found = policies.after(page.afterNumber(), page.fetchSize());
        Map<Integer, String> by = authors(found);
        return Page.of(found, page, Policy::version, policy -> response(policy, by));
    }

    @POST
    @Access(roles = Role.LEADING_GROUP)
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "proposePolicy",
            summary = "提出新的策略版本 · Propose a policy",
            description =
                    "It gets the next version, is never changed, and takes force by the clock. A proposal is taken "
                            + "back by proposing another that takes force no later: of the versions whose time has come, the "
                            + "highest is in force. See its rehearsal before that.")
    @APIResponse(responseCode = "201", description = "Proposed")
    @APIResponse(responseCode = "400", description = "request-invalid, request-malformed")
    public RestResponse<PolicyResponse> propose(
            @NotNull(message = "{matching.required}") @Valid PolicyRequest request) {
        Policy policy = service.propose(request, user.id());
        return Created.at("/policies/" + policy.version(), response(policy, Map.of(policy.version(), user.id())));
    }

    @GET
    @Access(open = true)
    @Path("/current")
    @Operation(operationId = "getCurrentPolicy", summary = "当前策略 · The policy in force", description = "Public.")
    @APIResponse(responseCode = "200", description = "The policy in force")
    public PolicyResponse current() {
        return response(service.current());
    }

    @GET
    @Access(open = true)
    @Path("/{version}")
    @Operation(operationId = "getPolicy", summary = "某一版本的策略 · A version of the policy", description = "Public.")
    @APIResponse(responseCode = "200", description = "The policy of that version")
    @APIResponse(responseCode = "404", description = "There is no such version: policy-not-found")
    public PolicyResponse version(@Parameter(example = "1") @PathParam("version") int version) {
        return policies.findByIdOptional(version).map(this::response).orElseThrow(PolicyProblem.NOT_FOUND::problem);
    }

    private PolicyResponse response(Policy policy) {
        return response(policy, authors(List.of(policy)));
    }

    private PolicyResponse response(Policy policy, Map<Integer, String> by) {
        return PolicyResponse.of(policy, policy.status(service.current(), clock.instant()), by.get(policy.version()));
    }

    private Map<Integer, String> authors(List<Policy> found) {
        return user.readsEverything()
                ? authors.of(found.stream().map(Policy::version).toList())
                : Map.of();
    }
}
