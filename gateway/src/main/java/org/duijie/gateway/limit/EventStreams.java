package org.duijie.gateway.limit;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The event streams that are open, counted so that no caller takes up the places of all. */
public final class EventStreams {

    private static final Pattern PATH = Pattern.compile("/subscriptions/[^/]+/events/?");
    private static final Pattern MEDIA_TYPE = Pattern.compile("\\btext/(event-stream|\\*)", Pattern.CASE_INSENSITIVE);

    private final int limitPerCaller;
    private final Map<Caller, Integer> open = new ConcurrentHashMap<>();

    public EventStreams(int limitPerCaller) {
        this.limitPerCaller = limitPerCaller;
    }

    /** Only there does a service answer with a stream; asking for one elsewhere frees nobody from the clocks. */
    public static boolean asksForOne(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET)
                && PATH.matcher(context.normalizedPath()).matches()
                && context.request().headers().getAll(HttpHeaders.ACCEPT).stream()
                        .anyMatch(accept -> MEDIA_TYPE.matcher(accept).find());
    }

    /** Counts a stream until it ends or its caller leaves; false when the caller has no place left. */
    public boolean admit(RoutingContext context) {
        Caller caller = Caller.of(context);
        if (open.merge(caller, 1, Integer::sum) > limitPerCaller) {
            leave(caller);
            return false;
        }
        // The end of the answer and that of its connection may both be told.
        Promise<Void> over = Promise.promise();
        over.future().onComplete(once -> leave(caller));
        context.addEndHandler(end -> over.tryComplete());
        return true;
    }

    private void leave(Caller caller) {
        open.computeIfPresent(caller, (same, streams) -> streams == 1 ? null : Integer.valueOf(streams - 1));
    }
}
