package org.duijie.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The gateway's own small questions to the services; what callers ask goes through the routes instead. */
@Singleton
public class ServiceClient {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ServiceAddresses addresses;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newBuilder()
            // One protocol; and a connection that went with its service is replaced without a word.
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Inject
    public ServiceClient(ServiceAddresses addresses, ObjectMapper json) {
        this.addresses = addresses;
        this.json = json;
    }

    /** A status and the JSON that came with it. */
    public record Answer(int status, JsonNode body) {}

    /** Asks one service, the first of its instances that answers; gives each two seconds. */
    public Answer get(Service service, String path) throws IOException {
        IOException unreachable = new IOException(service.slug() + " has no address");
        for (URI address : addresses.of(service)) {
            try {
                return get(address.resolve(path));
            } catch (IOException next) {
                unreachable = next;
            }
        }
        throw unreachable;
    }

    /** Asks any other party of the suite, such as the identity provider. */
    public Answer get(URI place) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(place)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return new Answer(response.statusCode(), json.readTree(body));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while asking " + place, stopped);
        }
    }

    /** Puts one question to every service at the same time. */
    public <T> Map<Service, T> ask(Function<Service, T> question) {
        Map<Service, CompletableFuture<T>> asked = Arrays.stream(Service.values())
                .collect(Collectors.toMap(
                        service -> service,
                        service -> CompletableFuture.supplyAsync(() -> question.apply(service), threads)));
        Map<Service, T> answers = new EnumMap<>(Service.class);
        asked.forEach((service, answer) -> answers.put(service, answer.join()));
        return answers;
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
