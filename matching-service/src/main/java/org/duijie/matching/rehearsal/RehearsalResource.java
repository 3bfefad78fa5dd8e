package org.duijie.matching.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.CurrentUser;
import org.duijie.chassis.identity.Role;
import org.duijie.chassis.page.Page;
import org.duijie.chassis.page.PageRequest;
import org.duijie.matching.exposure.Exposure;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.CurrentBasis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Scans;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.policy.PolicyProblem;
import org.duijie.matching.policy.PolicyService;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/policies/{version}/rehearsal")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "policies")
public class RehearsalResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final RehearsalService service;
    private final PolicyService policies;
    private final MatchEngine engine;
    private final CurrentBasis basis;
    private final Scans scans;
    private final CurrentUser user;
    private final Facts facts;

    @Inject
    RehearsalResource(
            RehearsalService service,
            PolicyService policies,
            MatchEngine engine,
            CurrentBasis basis,
            Scans scans,
            CurrentUser user,
            Replica replica) {
        this.service = service;
        this.policies = policies;
        this.engine = engine;
        this.basis = basis;
        this.scans = scans;
        this.user = user;
        this.facts = replica.facts();
    }

    @GET
    @Access(roles = {Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "rehearsePolicy",
            summary = "预演一个策略版本 · See what a version of the policy would change",
            description =
                    "Compares it with the policy in force on the facts of this moment: who would stand elsewhere among "
                            + "the ten best, which counties and which organizations gain and lose, and how evenly attention would be "
                            + "shared, with the counties lifted as they are now. Nothing is stored and nobody is told. Where it takes "
                            + "longer than a moment it goes on, and the same address has the outcome later; an outcome is kept for "
                            + "ten minutes.")
    @APIResponse(responseCode = "200", description = "The outcome")
    @APIResponse(responseCode = "202", description = "It is running: ask again")
    @APIResponse(responseCode = "404", description = "There is no such version: policy-not-found")
    public RestResponse<RehearsalResponse> rehearse(@Parameter(example = "1") @PathParam("version") int version) {
        RehearsalResponse rehearsal = RehearsalResponse.of(service.rehearse(policy(version)), facts);
        if (rehearsal.status() == RehearsalResponse.Status.DONE) {
            return RestResponse.ok(rehearsal);
        }
        return RestResponse.ResponseBuilder.<RehearsalResponse>create(RestResponse.Status.ACCEPTED)
                .header("Location", "/policies/" + version + "/rehearsal")
                .header("Retry-After", 2)
                .entity(rehearsal)
                .build();
    }

    @GET
    @Path("/needs")
    @Access(roles = {Role.LEADING_GROUP, Role.SUPERVISOR})
    @Operation(
            operationId = "listRehearsedNeeds",
            summary = "预演：逐项需求的前十名 · The ten best of each need before and after",
            description =
                    "All open needs in the order of their ids, each with its ten best offers under the policy in force "
                            + "and under this version, worked out when they are asked for.")
    @APIResponse(responseCode = "200", description = "Some needs, with their ten best offers")
    @APIResponse(responseCode = "400", description = "request-invalid")
    @APIResponse(responseCode = "404", description = "There is no such version: policy-not-found")
    @APIResponse(responseCode = "503", description = "Too busy at the moment: request-unavailable")
    public Page<NeedRehearsalResponse> needs(
            @Parameter(example = "1") @PathParam("version") int version, @BeanParam PageRequest page) {
        Basis now = basis.now();
        Basis then = now.with(policy(version));
        UUID after = page.afterId().orElse(BEFORE_ALL);
        int size = page.fetchSize();
        return scans.look(user.id(), () -> {
            List<NeedFact> needs = facts.needs().stream()
                    .filter(need -> need.open() && need.id().toString().compareTo(after.toString()) > 0)
                    .sorted(Comparator.comparing((NeedFact need) -> need.id().toString()))
                    .limit(size)
                    .toList();
            return Page.of(
                    needs,
                    page,
                    NeedFact::id,
                    need -> NeedRehearsalResponse.of(
                            need,
                            facts.division(need.divisionCode()),
                            engine.topOffers(need, facts, now, Exposure.TOP),
                            engine.topOffers(need, facts, then, Exposure.TOP)));
        });
    }

    private Policy policy(int version) {
        return policies.find(version).orElseThrow(PolicyProblem.NOT_FOUND::problem);
    }
}
