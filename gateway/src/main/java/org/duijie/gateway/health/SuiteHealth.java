package org.duijie.gateway.health;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.duijie.gateway.health.HealthResponse.Part;
import org.duijie.gateway.health.HealthResponse.Status;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceClient;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks every part of the suite whether it and what it needs are there. */
@Singleton
class SuiteHealth {

    private final ServiceClient client;
    private final InstantSource clock;
    private final Optional<String> identityProvider;

    @Inject
    SuiteHealth(
            ServiceClient client,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> identityProvider) {
        this.client = client;
        this.clock = clock;
        this.identityProvider = identityProvider;
    }

    HealthResponse look() {
        List<Part> parts = Stream.concat(
                        client.ask(this::lookAt).values().stream(),
                        identityProvider.map(this::lookAtIdentityProvider).stream())
                .toList();
        return HealthResponse.of(parts, clock.instant());
    }

    private Part lookAt(Service service) {
        try {
            ServiceClient.Answer answer = client.get(service, "/q/health");
            return answer.status() == 200
                    ? Part.up(service.slug())
                    : Part.down(service.slug(), failedChecks(answer.body()));
        } catch (IOException unreachable) {
            return Part.down(service.slug(), List.of("unreachable"));
        }
    }

    private Part lookAtIdentityProvider(String url) {
        String name = "identity-provider";
        try {
            int status = client.get(URI.create(url + "/.well-known/openid-configuration"))
                    .status();
            return status == 200 ? Part.up(name) : Part.down(name, List.of("answers " + status));
        } catch (IOException unreachable) {
            return Part.down(name, List.of("unreachable"));
        }
    }

    private static List<String> failedChecks(JsonNode readiness) {
        return StreamSupport.stream(readiness.path("checks").spliterator(), false)
                .filter(check -> !Status.UP.name().equals(check.path("status").asText()))
                .map(check -> check.path("name").asText())
                .toList();
    }
}
