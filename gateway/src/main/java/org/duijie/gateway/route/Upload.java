package org.duijie.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import io.vertx.ext.web.RoutingContext;
import org.duijie.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** A request's body as it streams through: counted, because a chunked one does not say beforehand how long it is. */
final class Upload implements ReadStream<Buffer> {

    private static final long LINGER_MILLIS = 2_000;

    private final HttpServerRequest request;
    private final long limitInBytes;
    private final Promise<Void> whole = Promise.promise();
    private @Nullable Handler<Throwable> onFailure;
    private long bytes;

    Upload(HttpServerRequest request, long limitInBytes) {
        this.request = request;
        this.limitInBytes = limitInBytes;
    }

    /** Succeeds when the last byte is in; fails when there are too many or the caller broke off. */
    Future<Void> whole() {
        return whole.future();
    }

    /** Ends the upload for a reason of our own. */
    void refuse(Throwable reason) {
        if (whole.tryFail(reason) && onFailure != null) {
            onFailure.handle(reason);
        }
    }

    /**
     * Prepares to refuse a request whose body is still on its way. The rest is read for a moment, so that the caller gets
     * as far as the answer, and then no more.
     */
    static void leave(RoutingContext context) {
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

    @Override
    public Upload handler(@Nullable Handler<Buffer> handler) {
        request.handler(
                handler == null
                        ? null
                        : chunk -> {
                            bytes += chunk.length();
                            if (bytes > limitInBytes) {
                                refuse(RequestProblem.TOO_LARGE.problem());
                            } else {
                                handler.handle(chunk);
                            }
                        });
        return this;
    }

    @Override
    public Upload endHandler(@Nullable Handler<Void> handler) {
        request.endHandler(
                handler == null
                        ? null
                        : end -> {
                            whole.tryComplete();
                            handler.handle(null);
                        });
        return this;
    }

    @Override
    public Upload exceptionHandler(@Nullable Handler<Throwable> handler) {
        onFailure = handler;
        request.exceptionHandler(handler == null ? null : this::refuse);
        return this;
    }

    @Override
    public Upload pause() {
        request.pause();
        return this;
    }

    @Override
    public Upload resume() {
        request.resume();
        return this;
    }

    @Override
    public Upload fetch(long amount) {
        request.fetch(amount);
        return this;
    }
}
