package org.duijie.gateway.route;

import io.smallrye.faulttolerance.api.TypedGuard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.util.TypeLiteral;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.duijie.gateway.service.Service;
import org.jboss.logging.Logger;

/**
 * The way to one service: its connections, and the breaker that spares callers the wait while it is down. Where several
 * instances of it run, requests go to them in turns; one that takes no connection is passed over.
 */
final class ServiceLink {

    private static final Logger LOG = Logger.getLogger(ServiceLink.class);

    /** Below the idle time-out of the services: a connection that the other end is about to close is not used again. */
    private static final int IDLE_CONNECTION_SECONDS = 15;

    private final Service service;
    private final List<URI> addresses;
    private final AtomicInteger turn = new AtomicInteger();
    private final RouteConfig config;
    private final Pattern beginningOfLocation;
    private final Pattern beginningsOfLinks;

    /** One for each event loop: a request never waits for another thread, as it would for a connection of another's. */
    private final ThreadLocal<HttpClient> clients;

    private final HttpClient streamClient;
    private final TypedGuard<CompletionStage<ProxyResponse>> breaker;

    ServiceLink(Service service, List<URI> addresses, RouteConfig config, Vertx vertx) {
        this.service = service;
        this.addresses = List.copyOf(addresses);
        this.config = config;
        String origins = addresses.stream()
                .map(address -> Pattern.quote(address.getScheme() + "://" + address.getAuthority()))
                .collect(Collectors.joining("|", "(?:", ")?(?=/)"));
        this.beginningOfLocation = Pattern.compile("^" + origins);
        this.beginningsOfLinks = Pattern.compile("(?<=<)" + origins);
        int share = Math.ceilDiv(config.connectionsPerService(), eventLoops(vertx));
        this.clients = ThreadLocal.withInitial(
                () -> client(vertx, new PoolOptions().setHttp1MaxSize(share).setMaxWaitQueueSize(share)));
        // Nobody knows when a stream ends: no other waits for that.
        this.streamClient = client(
                vertx,
                new PoolOptions().setHttp1MaxSize(config.streams().perService()).setMaxWaitQueueSize(0));
        this.breaker = TypedGuard.create(new TypeLiteral<CompletionStage<ProxyResponse>>() {})
                .withDescription(service.slug())
                // A request stays on its event loop: it waits for nothing there.
                .withThreadOffload(false)
                .withCircuitBreaker()
                .when(ServiceLink::saysThatTheServiceIsDown)
                .requestVolumeThreshold(config.breaker().requests())
                .failureRatio(config.breaker().failureRatio())
                .delay(config.breaker().rest().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state -> LOG.infof("The breaker to %s is now %s", service.slug(), state))
                .done()
                .build();
    }

    private static int eventLoops(Vertx vertx) {
        return (int) StreamSupport.stream(vertx.nettyEventLoopGroup().spliterator(), false)
                .count();
    }

    private HttpClient client(Vertx vertx, PoolOptions pool) {
        return vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setKeepAliveTimeout(IDLE_CONNECTION_SECONDS))
                .with(pool)
                .build();
    }

    Service service() {
        return service;
    }

    /** What the service puts before the path when it says where something is: nothing, or an address of its own. */
    Pattern beginningOfLocation() {
        return beginningOfLocation;
    }

    /** The same in a header {@code Link}, which may name several places. */
    Pattern beginningsOfLinks() {
        return beginningsOfLinks;
    }

    RouteConfig config() {
        return config;
    }

    /** To be asked on the event loop that serves the request. */
    HttpClient client() {
        return clients.get();
    }

    /** Has connections of its own, so that open streams take none from other requests. */
    HttpClient streamClient() {
        return streamClient;
    }

    /** Opens a request; method, path and headers are put in by the proxy. */
    Future<HttpClientRequest> connect(HttpClient through) {
        int first = addresses.size() == 1 ? 0 : Math.floorMod(turn.getAndIncrement(), addresses.size());
        return connect(through, first, addresses.size() - 1);
    }

    private Future<HttpClientRequest> connect(HttpClient through, int which, int others) {
        Future<HttpClientRequest> request = through.request(to(addresses.get(which)));
        return others == 0
                ? request
                : request.recover(failure -> saysThatTheServiceIsDown(failure)
                        ? connect(through, (which + 1) % addresses.size(), others - 1)
                        : Future.failedFuture(failure));
    }

    private static RequestOptions to(URI address) {
        boolean tls = "https".equals(address.getScheme());
        int port = address.getPort() != -1 ? address.getPort() : tls ? 443 : 80;
        return new RequestOptions().setHost(address.getHost()).setPort(port).setSsl(tls);
    }

    /** Sends by way of the breaker. */
    Future<ProxyResponse> guarded(Supplier<Future<ProxyResponse>> send) {
        return Future.fromCompletionStage(breaker.get(() -> send.get().toCompletionStage()));
    }

    /** Only these say something about the service; an answer of any status proves that it lives. */
    static boolean saysThatTheServiceIsDown(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof TimeoutException;
    }
}
