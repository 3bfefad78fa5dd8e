package org.duijie.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.gateway.door.Refusal;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service and the answer on its way back. Bodies stream both ways; the caller's leaving ends
 * the request to the service; what goes wrong becomes a problem, as long as no answer has begun.
 */
final class Exchange implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final ProxyOptions NO_WEBSOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private final RoutingContext context;
    private final ServiceLink link;
    private final String prefix;
    private final Upload upload;
    private final boolean stream;
    private @Nullable HttpClientRequest sent;

    /**
     * @param prefix the part of the path that the service does not see
     * @param stream is the answer a stream of events, which may begin only with the first of them?
     */
    Exchange(RoutingContext context, ServiceLink link, String prefix, long bodyLimitInBytes, boolean stream) {
        this.context = context;
        this.link = link;
        this.prefix = prefix;
        this.upload = new Upload(context.request(), bodyLimitInBytes);
        this.stream = stream;
    }

    void begin() {
        if ("100-continue".equalsIgnoreCase(context.request().getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        HttpClient client = stream ? link.streamClient() : link.client();
        HttpProxy.reverseProxy(NO_WEBSOCKETS, client)
                .origin(anyOrigin -> link.connect(client).onSuccess(this::keep))
                .addInterceptor(this)
                .handle(context.request());
    }

    private void keep(HttpClientRequest request) {
        // Its failure arrives as the failure of the answer too; without a handler it would be logged as an error.
        request.exceptionHandler(
                failure -> LOG.tracef(failure, "%s broke off", link.service().slug()));
        sent = request;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext proxy) {
        HttpServerRequest received = context.request();
        ProxyRequest request = proxy.request();
        ForwardedHeaders.rewrite(request.headers(), received, prefix);
        request.setURI(uri(received));
        request.setBody(Body.body(upload, request.getBody().length()));

        // When a stream's answer begins says nothing about the service: the breaker cannot judge it.
        Future<ProxyResponse> answer =
                stream ? inTime(proxy.sendRequest()) : link.guarded(() -> inTime(proxy.sendRequest()));
        return answer.recover(failure -> {
            refuse(failure);
            // The refusal is the answer: the proxy has nothing left to do.
            return Promise.<ProxyResponse>promise().future();
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext proxy) {
        ProxyResponse response = proxy.response();
        // A service need not read what it refuses; nobody watches the rest of such a body.
        Refusal.leave(context);
        ForwardedHeaders.dropHopByHop(response.headers());
        response.headers().remove(HttpHeaders.SERVER);
        rewrite(response.headers(), HttpHeaders.LOCATION, link.beginningOfLocation());
        rewrite(response.headers(), LINK, link.beginningsOfLinks());
        return proxy.sendResponse();
    }

    /** A service knows neither the gateway's address nor the part of the path that was taken off. */
    private void rewrite(MultiMap headers, CharSequence name, Pattern beginningOfPath) {
        String value = headers.get(name);
        if (value != null) {
            headers.set(name, beginningOfPath.matcher(value).replaceAll(Matcher.quoteReplacement(prefix)));
        }
    }

    /** The path as the router understood it, so that the service cannot understand it in another way. */
    private String uri(HttpServerRequest received) {
        String path = context.normalizedPath().substring(prefix.length());
        return received.query() == null ? path : path + "?" + received.query();
    }

    /** Two clocks, one after the other: the caller's for the body and, but for streams, the service's for the answer. */
    private Future<ProxyResponse> inTime(Future<ProxyResponse> answer) {
        Promise<ProxyResponse> first = Promise.promise();
        answer.onComplete(first::tryComplete, first::tryFail);
        upload.whole().onFailure(first::tryFail);

        Vertx vertx = context.vertx();
        RouteConfig config = link.config();
        upload.watch(vertx, config);
        if (!stream) {
            upload.whole()
                    .compose(in -> answer.timeout(config.answerTimeout().toMillis(), TimeUnit.MILLISECONDS))
                    .onFailure(first::tryFail);
        }
        first.future().onComplete(done -> upload.stopWatching(vertx));
        return first.future();
    }

    private void refuse(Throwable failure) {
        if (sent != null) {
            sent.reset();
        }
        Refusal.answer(context, problem(failure));
    }

    private ProblemException problem(Throwable failure) {
        return switch (failure) {
            case ProblemException refusal -> refusal;
            case CircuitBreakerOpenException _ -> unavailable();
            case ConnectionPoolTooBusyException _ -> unavailable();
            case TimeoutException _ when sent != null -> ServiceProblem.TIMED_OUT.problem();
            default ->
                sent == null || ServiceLink.saysThatTheServiceIsDown(failure)
                        ? unavailable()
                        : ServiceProblem.ANSWER_BROKEN.problem();
        };
    }

    private ProblemException unavailable() {
        String service = link.service().slug();
        long seconds = Math.max(1, link.config().breaker().rest().toSeconds());
        return ServiceProblem.UNAVAILABLE
                .because(service + " 暂时不可用。", service + " is down for the moment.")
                .withHeader("Retry-After", Long.toString(seconds));
    }
}
