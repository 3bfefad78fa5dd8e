package org.duijie.gateway.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duijie.gateway.service.Service;
import org.eclipse.microprofile.config.ConfigProvider;

/** A service as the gateway sees it: it answers what it was told to, remembers what it was asked, and can be away. */
public final class ServiceStub implements AutoCloseable {

    /** A request as it arrived, without its body. */
    public record Received(String method, String uri, Map<String, String> headers) {}

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Handler<HttpServerRequest>> answers = new ConcurrentHashMap<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    private ServiceStub(URI place) {
        vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(place.getPort(), place.getHost())
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Puts a stub where the gateway looks for a service. */
    public static ServiceStub of(Service service) {
        return ofInstance(service, 0);
    }

    /** The same for one instance of a service of which several run. */
    public static ServiceStub ofInstance(Service service, int instance) {
        return new ServiceStub(ConfigProvider.getConfig()
                .getValues("duijie." + service.slug() + ".url", URI.class)
                .get(instance));
    }

    public ServiceStub on(String path, Handler<HttpServerRequest> answer) {
        answers.put(path, answer);
        return this;
    }

    public ServiceStub onJson(String path, JsonObject body) {
        return on(path, request -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(body.encode()));
    }

    public List<Received> received() {
        return received;
    }

    public Received last() {
        return received.getLast();
    }

    public void later(long millis, Runnable action) {
        vertx.setTimer(millis, due -> action.run());
    }

    /** What is not told otherwise is answered with the number of bytes that came in. */
    private void answer(HttpServerRequest request) {
        Map<String, String> headers = new ConcurrentHashMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        received.add(new Received(request.method().name(), request.uri(), headers));
        answers.getOrDefault(request.path(), ServiceStub::countBytes).handle(request);
    }

    private static void countBytes(HttpServerRequest request) {
        long[] bytes = {0};
        request.handler((Buffer chunk) -> bytes[0] += chunk.length());
        request.endHandler(end -> request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject().put("bytes", bytes[0]).encode()));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
