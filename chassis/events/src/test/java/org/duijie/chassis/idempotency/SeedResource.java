package org.duijie.chassis.idempotency;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duijie.chassis.identity.Access;
import org.duijie.chassis.precondition.Versioned;
import org.duijie.chassis.problem.RequestProblem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Routes of each kind that may be asked for twice. */
@Path("/seeds")
@RunOnVirtualThread
public class SeedResource {

    record SeedRequest(UUID plant, @Positive int grains, Set<String> colours, Map<String, Integer> doses) {}

    record SeedResponse(UUID id, long version, int grains) implements Versioned {}

    private final SeedService service;
    private final Idempotency idempotency;

    @Inject
    SeedResource(SeedService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    @POST
    @Access(open = true)
    @Idempotent
    @Operation(operationId = "sow")
    public RestResponse<SeedResponse> sow(@NotNull @Valid SeedRequest request) {
        UUID id = service.sow(request.plant());
        if (request.grains() == 13) {
            throw RequestProblem.CONFLICT.problem();
        }
        return RestResponse.ResponseBuilder.<SeedResponse>created(URI.create("/seeds/" + id))
                .entity(new SeedResponse(id, 1, request.grains()))
                .build();
    }

    @POST
    @Access(open = true)
    @Path("/{plant}/waterings")
    @Idempotent(required = false)
    @Operation(operationId = "water")
    public SeedResponse water(@PathParam("plant") UUID plant) {
        return new SeedResponse(service.sow(plant), 2, 0);
    }

    @POST
    @Access(open = true)
    @Path("/{plant}/harvest")
    @Idempotent
    @Operation(operationId = "harvest")
    public void harvest(@PathParam("plant") UUID plant) {
        service.sow(plant);
    }

    @POST
    @Access(open = true)
    @Path("/{plant}/grafts")
    @Idempotent(ownTransaction = true)
    @Operation(operationId = "graft")
    public SeedResponse graft(@PathParam("plant") UUID plant) {
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(() -> new SeedResponse(service.sow(plant), 3, 0)));
    }

    @POST
    @Access(open = true)
    @Path("/{plant}/sacks")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Idempotent(ownTransaction = true)
    @Operation(operationId = "unload")
    public SeedResponse unload(@PathParam("plant") UUID plant, InputStream sack) throws IOException {
        byte[] content = KeyedRequest.sha256().digest(sack.readAllBytes());
        return QuarkusTransaction.requiringNew()
                .call(() -> idempotency.once(content, () -> new SeedResponse(service.sow(plant), 4, 0)));
    }
}
