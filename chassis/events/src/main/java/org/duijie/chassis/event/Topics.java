package org.duijie.chassis.event;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes sure that the topics a service writes or reads exist, compacted, before its first record: a topic that the
 * broker made by itself would forget the state of an aggregate that is long unchanged.
 */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final long LIMIT_SECONDS = 20;

    private final Map<String, Object> kafka;
    private final Optional<List<String>> topics;
    private final int partitions;

    @Inject
    Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "duijie.topics") Optional<List<String>> topics,
            @ConfigProperty(name = "duijie.topic-partitions", defaultValue = "6") int partitions) {
        this.kafka = kafka;
        this.topics = topics;
        this.partitions = partitions;
    }

    /** Before the channels start to read. */
    void create(@Observes @Priority(1) StartupEvent event) throws InterruptedException {
        if (topics.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            var created = admin.createTopics(
                            topics.get().stream().map(this::compacted).toList())
                    .values();
            for (var topic : created.entrySet()) {
                await(topic.getKey(), topic.getValue());
            }
        }
    }

    private NewTopic compacted(String name) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty())
                .configs(Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "604800000"));
    }

    /** A broker that is away does not stop the service: its writes wait in the outbox. */
    private static void await(String topic, org.apache.kafka.common.KafkaFuture<Void> creation)
            throws InterruptedException {
        try {
            creation.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                LOG.warnf("The topic %s could not be created: %s", topic, failed.getCause());
            }
        } catch (TimeoutException away) {
            LOG.warnf("The broker did not answer in time; the topic %s was not created", topic);
        }
    }
}
