package org.duijie.gateway.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the services are: scheme, host and port. Set by {@code DUIJIE_PROJECT_SERVICE_URL} and its likes; a service of
 * which several instances run has several, with commas between.
 */
@Singleton
public class ServiceAddresses {

    private final List<URI> project;
    private final List<URI> organization;
    private final List<URI> matching;

    @Inject
    public ServiceAddresses(
            @ConfigProperty(name = "duijie.project-service.url") List<URI> project,
            @ConfigProperty(name = "duijie.organization-service.url") List<URI> organization,
            @ConfigProperty(name = "duijie.matching-service.url") List<URI> matching) {
        this.project = project;
        this.organization = organization;
        this.matching = matching;
    }

    /** At least one; any instance answers what any other does. */
    public List<URI> of(Service service) {
        return switch (service) {
            case PROJECT -> project;
            case ORGANIZATION -> organization;
            case MATCHING -> matching;
        };
    }
}
