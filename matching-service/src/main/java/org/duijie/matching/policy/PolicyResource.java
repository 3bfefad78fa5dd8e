package org.duijie.matching.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.duijie.chassis.identity.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/policies")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "policies", description = "匹配策略 · How much each factor weighs in a match")
public class PolicyResource {

    private final PolicyService service;
    private final PolicyRepository policies;

    @Inject
    PolicyResource(PolicyService service, PolicyRepository policies) {
        this.service = service;
        this.policies = policies;
    }

    @GET
    @Access(open = true)
    @Path("/current")
    @Operation(operationId = "getCurrentPolicy", summary = "当前策略 · The policy in force", description = "Public.")
    @APIResponse(responseCode = "200", description = "The policy in force")
    public PolicyResponse current() {
        return PolicyResponse.of(service.current());
    }

    @GET
    @Access(open = true)
    @Path("/{version}")
    @Operation(operationId = "getPolicy", summary = "某一版本的策略 · A version of the policy", description = "Public.")
    @APIResponse(responseCode = "200", description = "The policy of that version")
    @APIResponse(responseCode = "404", description = "There is no such version: policy-not-found")
    public PolicyResponse version(@Parameter(example = "1") @PathParam("version") int version) {
        return policies.findByIdOptional(version).map(PolicyResponse::of).orElseThrow(PolicyProblem.NOT_FOUND::problem);
    }
}
