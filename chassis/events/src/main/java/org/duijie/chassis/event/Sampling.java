package org.duijie.chassis.event;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Records traces only where they are sent to: without a collector every trace is still carried on and named in the log,
 * but nothing is kept of it.
 */
class Sampling {

    private static final String COLLECTOR = "quarkus.otel.exporter.otlp.endpoint";

    @Produces
    @Singleton
    Sampler sampler(Config config) {
        // The framework has an address by default; it counts only where somebody gave one.
        boolean collected = config.getConfigValue(COLLECTOR).getSourceOrdinal() > Integer.MIN_VALUE + 100;
        return collected ? Sampler.parentBased(Sampler.alwaysOn()) : Sampler.alwaysOff();
    }
}
