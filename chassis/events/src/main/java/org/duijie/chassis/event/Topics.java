package org.duijie.chassis.event;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.duijie.chassis.delegation.DelegationReader;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes sure that the topics a service writes or reads exist before their first record: those that carry state are
 * compacted, for a topic that the broker made by itself would forget an aggregate that is long unchanged.
 */
@ApplicationScoped
class Topics {

    private static final Logger LOG = Logger.getLogger(Topics.class);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BRIEF = Duration.ofSeconds(8);
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Map<String, String> COMPACTED =
            Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", "604800000");
    private static final Map<String, String> KEPT = Map.of("cleanup.policy", "delete", "retention.ms", "-1");

    private final Map<String, Object> kafka;
    private final List<NewTopic> topics = new ArrayList<>();
    private volatile boolean running = true;

    @Inject
    Topics(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "duijie.topics") Optional<List<String>> states,
            @ConfigProperty(name = "duijie.topic-partitions", defaultValue = "6") int partitions,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.kafka = kafka;
        states.orElse(List.of()).forEach(name -> topics.add(topic(name, partitions, COMPACTED)));
        topics.add(topic(DelegationReader.TOPIC, partitions, COMPACTED));
        topics.add(topic(deadLetters(application), 1, KEPT));
        topics.add(topic(replays(application), 1, KEPT));
    }

    /** Where a service puts what it could not read. */
    static String deadLetters(String application) {
        return "duijie.dead-letter." + application;
    }

    /** Where a service finds what it is to read again. */
    static String replays(String application) {
        return "duijie.replay." + application;
    }

    /** Before the channels start to read. A broker that is away does not stop the service: its writes wait. */
    void create(@Observes @Priority(1) StartupEvent event) {
        if (!created()) {
            Thread.ofVirtual().name("topics").start(this::retry);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    private void retry() {
        boolean done = false;
        while (running && !done) {
            try {
                Thread.sleep(RETRY);
                done = created();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /**
     * Makes one topic, unless it is there.
     *
     * @throws ExecutionException if the broker refuses, or is away
     */
    static void create(Map<String, Object> kafka, String name, Map<String, String> config)
            throws InterruptedException, ExecutionException {
        try (Admin admin = admin(kafka, BRIEF)) {
            NewTopic topic = new NewTopic(name, Optional.empty(), Optional.empty()).configs(config);
            await(admin.createTopics(List.of(topic)).all(), BRIEF);
        } catch (TimeoutException away) {
            throw new ExecutionException(away);
        }
    }

    private static Admin admin(Map<String, Object> kafka, Duration limit) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put("default.api.timeout.ms", (int) limit.toMillis());
        // The client refuses to be made where one request may take longer than the whole call.
        config.put("request.timeout.ms", (int) limit.toMillis());
        return Admin.create(config);
    }

    private boolean created() {
        try (Admin admin = admin(kafka, LIMIT)) {
            for (KafkaFuture<Void> creation :
                    admin.createTopics(topics).values().values()) {
                await(creation, LIMIT);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException failed) {
            LOG.warnf("The topics could not be created yet: %s", failed.toString());
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void await(KafkaFuture<Void> creation, Duration limit)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            creation.get(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            if (!(failed.getCause() instanceof TopicExistsException)) {
                throw failed;
            }
        }
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> config) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
    }
}
