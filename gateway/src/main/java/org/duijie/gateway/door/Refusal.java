package org.duijie.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.duijie.chassis.problem.ProblemException;

/** Turns a request away, whose body may still be on its way. */
public final class Refusal {

    private static final long LINGER_MILLIS = 2_000;

    private Refusal() {}

    /** Answers with the problem. */
    public static void answer(RoutingContext context, ProblemException problem) {
        leave(context);
        context.fail(problem);
    }

    /**
     * Prepares for an answer before the body is in. What is left of it is read for a moment, so that the caller gets as
     * far as the answer, and then no more.
     */
    public static void leave(RoutingContext context) {
        MultiMap headers = context.request().headers();
        boolean hasBody =
                headers.contains(HttpHeaders.CONTENT_LENGTH) || headers.contains(HttpHeaders.TRANSFER_ENCODING);
        if (hasBody && !context.request().isEnded()) {
            context.response().putHeader("Connection", "close");
            context.addEndHandler(sent -> context.vertx().setTimer(LINGER_MILLIS, late -> context.request()
                    .connection()
                    .close()));
        }
    }
}
