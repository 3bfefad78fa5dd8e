package org.duijie.gateway.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.duijie.chassis.testing.SigningKey;

/**
 * Places for three services at which nothing listens yet, a key for tokens, and waits short enough for tests. Each test
 * starts the {@link ServiceStub}s it needs.
 */
public class Suite implements QuarkusTestResourceLifecycleManager {

    public static final int IMPORT_LIMIT_IN_MEGABYTES = 32;
    public static final int STREAMS_PER_CALLER = 3;
    public static final int REQUESTS_PER_MINUTE = 200;

    private final SigningKey key = new SigningKey();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>(key.start());
        config.put("duijie.project-service.url", freePlace());
        config.put("duijie.organization-service.url", freePlace());
        // Two instances, of which most tests let one answer.
        config.put("duijie.matching-service.url", freePlace() + "," + freePlace());
        config.put("duijie.gateway.answer-timeout", "1s");
        config.put("duijie.gateway.upload-timeout", "2s");
        config.put("duijie.gateway.streams.per-caller", "" + STREAMS_PER_CALLER);
        config.put("duijie.gateway.breaker.requests", "4");
        config.put("duijie.gateway.breaker.rest", "1s");
        config.put("quarkus.http.idle-timeout", "3s");
        config.put("duijie.gateway.body.import-limit", IMPORT_LIMIT_IN_MEGABYTES + "M");
        config.put("duijie.gateway.limits.classes.public.requests", "100000");
        config.put("duijie.gateway.reader-timeout", "2s");
        config.put("duijie.access-log", "true");
        config.put("quarkus.log.category.\"duijie.access\".use-parent-handlers", "false");
        config.put("duijie.gateway.limits.classes.default.requests", "" + REQUESTS_PER_MINUTE);
        return config;
    }

    @Override
    public void stop() {
        key.stop();
    }

    private static String freePlace() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
