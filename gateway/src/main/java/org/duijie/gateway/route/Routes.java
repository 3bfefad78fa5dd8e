package org.duijie.gateway.route;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.duijie.chassis.accesslog.AccessLog;
import org.duijie.chassis.problem.RequestProblem;
import org.duijie.gateway.door.Refusal;
import org.duijie.gateway.limit.EventStreams;
import org.duijie.gateway.limit.GatewayProblem;
import org.duijie.gateway.limit.RateClass;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.service.ServiceAddresses;

/**
 * Leads each path to the service that owns it: the collections of {@link Service}, and for operators
 * {@code /services/<service>/dead-letters} and the like. Everything else is the gateway's own or does not exist.
 */
@Singleton
class Routes {

    /** Before the body limit of the framework, whose refusal is no problem document. */
    private static final int BEFORE_FRAMEWORK_LIMIT = 10;

    private static final String STREAM_RETRY_SECONDS = "5";

    private static final Pattern EVIDENCE = Pattern.compile("/projects/[^/]+/evidence");

    private final ServiceAddresses addresses;
    private final RouteConfig config;
    private final Vertx vertx;
    private final MeterRegistry meters;
    private final EventStreams streams;

    @Inject
    Routes(ServiceAddresses addresses, RouteConfig config, Vertx vertx, MeterRegistry meters) {
        this.addresses = addresses;
        this.config = config;
        this.vertx = vertx;
        this.meters = meters;
        this.streams = new EventStreams(config.streams().perCaller());
    }

    void limit(@Observes Filters filters) {
        filters.register(this::refuseLargeBody, BEFORE_FRAMEWORK_LIMIT);
    }

    void lay(@Observes Router router) {
        for (Service service : Service.values()) {
            ServiceLink link = new ServiceLink(service, addresses.of(service), config, vertx);
            service.collections().forEach(collection -> lay(router, link, "", "/" + collection));
            Service.OF_OPERATORS.forEach(
                    collection -> lay(router, link, "/services/" + service.slug(), "/" + collection));
        }
    }

    private void lay(Router router, ServiceLink link, String prefix, String path) {
        Timer.Builder timer = Timer.builder("duijie.gateway.answers")
                .description("From a request's arrival to the head of its answer")
                .tag("service", link.service().slug())
                .tag("route", prefix + path);
        router.route(prefix + path + "/*").handler(context -> {
            time(context, timer);
            AccessLog.routed(context, prefix + path);
            boolean stream = EventStreams.asksForOne(context);
            if (stream && !streams.admit(context)) {
                Refusal.answer(
                        context,
                        GatewayProblem.TOO_MANY_STREAMS.problem().withHeader("Retry-After", STREAM_RETRY_SECONDS));
            } else {
                new Exchange(context, link, prefix, bodyLimit(context), stream).begin();
            }
        });
    }

    private void time(RoutingContext context, Timer.Builder timer) {
        Timer.Sample sample = Timer.start(meters);
        context.addHeadersEndHandler(head -> sample.stop(timer.withRegistry(meters)
                .withTags("status", Integer.toString(context.response().getStatusCode()))));
    }

    private void refuseLargeBody(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bodyLimit(context)) {
            Refusal.answer(context, RequestProblem.TOO_LARGE.problem());
        } else {
            context.next();
        }
    }

    private long bodyLimit(RoutingContext context) {
        RouteConfig.Body body = config.body();
        if (EVIDENCE.matcher(context.normalizedPath()).matches()) {
            return body.evidenceLimit().asLongValue();
        }
        return (RateClass.of(context) == RateClass.IMPORT ? body.importLimit() : body.limit()).asLongValue();
    }
}
