package org.duijie.gateway.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the services are: scheme, host and port. Set by {@code DUIJIE_PROJECT_SERVICE_URL} and its likes. */
@Singleton
public class ServiceAddresses {

    private final URI project;
    private final URI organization;
    private final URI matching;

    @Inject
    public ServiceAddresses(
            @ConfigProperty(name = "duijie.project-service.url") URI project,
            @ConfigProperty(name = "duijie.organization-service.url") URI organization,
            @ConfigProperty(name = "duijie.matching-service.url") URI matching) {
        this.project = project;
        this.organization = organization;
        this.matching = matching;
    }

    public URI of(Service service) {
        return switch (service) {
            case PROJECT -> project;
            case ORGANIZATION -> organization;
            case MATCHING -> matching;
        };
    }
}
