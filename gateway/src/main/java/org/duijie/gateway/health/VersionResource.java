package org.duijie.gateway.health;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.duijie.chassis.identity.Access;
import org.duijie.gateway.health.VersionResponse.Part;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceCopies;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which version of each part runs, as its own API document says. */
@Path("/version")
@Tag(name = "operation")
@RunOnVirtualThread
public class VersionResource {

    private final ServiceCopies copies;
    private final Part own;

    @Inject
    public VersionResource(
            ServiceCopies copies,
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "duijie.commit") Optional<String> commit) {
        this.copies = copies;
        this.own = new Part("gateway", version, commit.orElse(null));
    }

    @GET
    @Access(open = true)
    @Operation(operationId = "readVersion", summary = "Read which version of each part runs")
    public VersionResponse read() {
        Stream<Part> services =
                copies.of("/q/openapi?format=json").entrySet().stream().map(VersionResource::part);
        return new VersionResponse(Stream.concat(Stream.of(own), services).toList());
    }

    private static Part part(Map.Entry<Service, ServiceCopies.Copy> answer) {
        JsonNode document = answer.getValue().document();
        String version = document == null ? null : document.at("/info/version").asText(null);
        return new Part(answer.getKey().slug(), version, null);
    }
}
