package org.duijie.matching.exposure;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.identity.Role;
import org.duijie.matching.attention.AttentionService;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.Replica;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/attention")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "attention", description = "关注均衡 · How the counties share attention, and which of them are lifted")
public class AttentionResource {

    private final ExposureService service;
    private final AttentionService attention;
    private final Facts facts;

    @Inject
    AttentionResource(ExposureService service, AttentionService attention, Replica replica) {
        this.service = service;
        this.attention = attention;
        this.facts = replica.facts();
    }

    @GET
    @Access(open = true)
    @Operation(
            operationId = "getAttention",
            summary = "关注均衡 · How attention is shared among counties",
            description =
                    "Public, as policies and pairings are: it is why a county's needs are lifted. Measured once a day "
                            + "over the ten best needs of every open offer. A county's lack changes in quarters only, and with it "
                            + "the edition that every match names among its versions.")
    @APIResponse(responseCode = "200", description = "The newest measurement; edition 0 until there is one")
    public AttentionResponse get() {
        return attention
                .newest()
                .map(found -> AttentionResponse.of(found, facts))
                .orElseGet(AttentionResponse::nothingMeasured);
    }

    @POST
    @Path("/measurements")
    @Access(roles = Role.LEADING_GROUP)
    @Operation(
            operationId = "measureAttention",
            summary = "立即重新测量 · Measure attention now",
            description = "Needs no key: it is measured once however often it is asked for at the same time. What has "
                    + "changed since is to be seen at /attention when measuredAt is newer.")
    @APIResponse(responseCode = "202", description = "It is being measured")
    public RestResponse<Void> measure() {
        service.measureSoon();
        return RestResponse.ResponseBuilder.<Void>create(RestResponse.Status.ACCEPTED)
                .header("Location", "/attention")
                .build();
    }
}
