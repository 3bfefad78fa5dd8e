package org.duijie.local;

import java.nio.file.Path;
import org.duijie.chassis.embedded.KafkaBroker;

/** The Kafka broker as a process of its own, so that it can be killed without anything else being hurt. */
public final class BrokerMain {
    private BrokerMain() {}

    /** Arguments: the directory that keeps the topics, the port for clients, the port of the controller. */
    public static void main(String... args) {
        KafkaBroker broker = KafkaBroker.start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "stop"));
        broker.awaitShutdown();
    }
}
