package org.duijie.chassis.event;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.health.api.Wellness;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Says when the broker is away, and how much waits for it. That is a matter of wellness, not of readiness: requests are
 * answered meanwhile, and to take every instance out of service would make one outage two.
 */
@Wellness
@ApplicationScoped
class BrokerHealth implements HealthCheck {

    /** Shorter than whoever asks will wait. */
    private static final int LIMIT_MILLIS = 1000;

    private final Map<String, Object> kafka;
    private final EventFigures figures;
    private @Nullable Admin admin;

    @Inject
    BrokerHealth(@Identifier("default-kafka-broker") Map<String, Object> kafka, EventFigures figures) {
        this.kafka = kafka;
        this.figures = figures;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder health = HealthCheckResponse.named("broker");
        figures.backlog().ifPresent(backlog -> health.withData("waitingEvents", backlog.events())
                .withData("oldestWaitingSeconds", Math.round(backlog.oldestSeconds())));
        try {
            return health.up().withData("nodes", nodes()).build();
        } catch (ExecutionException | KafkaException away) {
            return health.down().build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return health.down().build();
        }
    }

    private synchronized int nodes() throws ExecutionException, InterruptedException {
        if (admin == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put("reconnect.backoff.max.ms", "1000");
            admin = Admin.create(config);
        }
        return admin.describeCluster(new DescribeClusterOptions().timeoutMs(LIMIT_MILLIS))
                .nodes()
                .get()
                .size();
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
