package org.duijie.project.supervision;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.duijie.chassis.identity.Access;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The published rules over HTTP. */
@Path("/risk-rules")
@Tag(name = "supervision", description = "What looks wrong by published rules, what was found, what was put right")
@RunOnVirtualThread
public class RiskRuleResource {

    @GET
    @Access(open = true)
    @Operation(
            operationId = "listRiskRules",
            summary = "Read the rules by which projects are looked at",
            description = "Each with its threshold: whoever knows the facts comes to the same flag.")
    @APIResponse(responseCode = "200", description = "All rules")
    public RiskResponse.Rules rules() {
        return new RiskResponse.Rules(
                Arrays.stream(RiskRule.values()).map(RiskResponse.Rule::of).toList());
    }
}
