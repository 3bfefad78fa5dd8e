package org.duijie.chassis.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once all delegations are known: before that no platform's right can be judged. */
@Readiness
@ApplicationScoped
class DelegationHealth implements HealthCheck {

    private final DelegationRegistry registry;
    private final DelegationReader reader;

    @Inject
    DelegationHealth(DelegationRegistry registry, DelegationReader reader) {
        this.registry = registry;
        this.reader = reader;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("delegations")
                .status(registry.isKnown())
                .withData("eventsRead", reader.eventsRead())
                .build();
    }
}
