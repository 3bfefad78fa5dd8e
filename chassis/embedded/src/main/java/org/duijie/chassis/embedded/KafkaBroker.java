package org.duijie.chassis.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this JVM. It listens on 127.0.0.1 only and makes a
 * topic, with {@value #PARTITIONS} partitions, when it is first named.
 */
public final class KafkaBroker implements AutoCloseable {
    /** Partitions of a topic that nobody created by hand. */
    public static final int PARTITIONS = 6;

    // Always the same, so that formatting what is formatted already does nothing.
    private static final Uuid CLUSTER = new Uuid(0x6475_696a_6965L, 1);

    private final KafkaRaftServer server;
    private final int port;
    private final @Nullable Path discardedOnClose;

    private KafkaBroker(KafkaRaftServer server, int port, @Nullable Path discardedOnClose) {
        this.server = server;
        this.port = port;
        this.discardedOnClose = discardedOnClose;
    }

    /**
     * Starts a broker that finds its topics again at the next start.
     *
     * @param directory where the data is kept; made when absent
     * @param port for clients
     * @param controllerPort for the broker's own quorum
     */
    public static KafkaBroker start(Path directory, int port, int controllerPort) {
        return start(directory, port, controllerPort, null);
    }

    /** Starts an empty broker on free ports for a test. It is gone when closed. */
    public static KafkaBroker startTemporary() {
        Path directory = Directories.temporary("duijie-kafka-");
        List<Integer> ports = LoopbackPorts.free(2);
        return start(directory, ports.get(0), ports.get(1), directory);
    }

    private static KafkaBroker start(Path directory, int port, int controllerPort, @Nullable Path discardedOnClose) {
        Properties settings = settings(directory, port, controllerPort);
        format(directory, settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new KafkaBroker(server, port, discardedOnClose);
    }

    private static Properties settings(Path directory, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.setProperty("node.id", "1");
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("controller.listener.names", "CONTROLLER");
        settings.setProperty("controller.quorum.voters", "1@%s:%d".formatted(LoopbackPorts.HOST, controllerPort));
        settings.setProperty(
                "listeners",
                "PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(LoopbackPorts.HOST, port, controllerPort));
        settings.setProperty("log.dirs", directory.resolve("data").toString());

        settings.setProperty("auto.create.topics.enable", "true");
        settings.setProperty("num.partitions", Integer.toString(PARTITIONS));
        // Facts are kept for ever: a service that is new or has lost its database reads them from the beginning.
        settings.setProperty("log.retention.ms", "-1");

        // One broker: nothing to replicate to, and no other consumer worth waiting for.
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            settings.setProperty(topic + ".replication.factor", "1");
            settings.setProperty(topic + ".num.partitions", "1");
        }
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");

        // The defaults are sized for a machine of its own: 128 MB of heap to compact with, 10 MB for every index.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("log.index.size.max.bytes", "1048576");
        // After a kill the controller takes the broker for alive until this has passed, and refuses its return.
        settings.setProperty("broker.session.timeout.ms", "6000");
        return settings;
    }

    /** Makes an empty directory a broker's; leaves a broker's directory as it is. */
    private static void format(Path directory, Properties settings) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            Files.createDirectories(directory);
            Path file = directory.resolve("broker.properties");
            try (Writer writer = Files.newBufferedWriter(file)) {
                settings.store(writer, null);
            }
            int exit = StorageTool.execute(
                    new String[] {
                        "format", "--config", file.toString(), "--cluster-id", CLUSTER.toString(), "--ignore-formatted"
                    },
                    new PrintStream(said, true, StandardCharsets.UTF_8));
            if (exit != 0) {
                throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + directory + " for Kafka", e);
        }
    }

    public int port() {
        return port;
    }

    /** What clients are given as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** Waits until the broker has stopped, by {@link #close} or by itself. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (discardedOnClose != null) {
            Directories.delete(discardedOnClose);
        }
    }
}
