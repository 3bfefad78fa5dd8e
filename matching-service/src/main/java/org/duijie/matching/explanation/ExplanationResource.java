package org.duijie.matching.explanation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Tenant;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchAccess;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/explanations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "explanations", description = "说明 · Why, why not, and the smallest change that would turn it")
public class ExplanationResource {

    private final MatchEngine engine;
    private final Replica replica;
    private final MatchAccess access;
    private final CurrentBasis basis;

    @Inject
    ExplanationResource(MatchEngine engine, Replica replica, MatchAccess access, CurrentBasis basis) {
        this.engine = engine;
        this.replica = replica;
        this.access = access;
        this.basis = basis;
    }

    @GET
    @Access(tenant = Tenant.PARTY)
    @Operation(
            operationId = "explainPair",
            summary = "说明一对需求与资源 · Explain a pair, match or not",
            description =
                    "Every factor's value, weight and contribution; every broken rule with the smallest change that "
                            + "would turn it; the versions it was computed from. For whoever stands on either side of the pair.")
    @APIResponse(responseCode = "200", description = "Why, or why not")
    @APIResponse(responseCode = "400", description = "An id is missing or cannot be read: request-invalid")
    @APIResponse(responseCode = "403", description = "access-forbidden")
    @APIResponse(responseCode = "404", description = "match-need-not-found, match-offer-not-found")
    public ExplanationResponse explain(
            @Parameter(description = "The need's id", required = true, example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a01")
                    @QueryParam("need")
                    @NotNull(message = "{matching.required}")
                    UUID need,
            @Parameter(
                            description = "The offer's id",
                            required = true,
                            example = "0199f0a4-7c1e-7b7e-8d7c-2f1f6d1f0a02")
                    @QueryParam("offer")
                    @NotNull(message = "{matching.required}")
                    UUID offer) {
        NeedFact asked = access.need(need);
        OfferFact offered = access.offer(offer);
        access.requireASide(asked, offered);
        return ExplanationResponse.of(engine.judge(asked, offered, replica.facts(), basis.now()));
    }
}
