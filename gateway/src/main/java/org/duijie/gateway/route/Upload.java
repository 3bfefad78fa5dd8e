package org.duijie.gateway.route;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.duijie.chassis.problem.RequestProblem;
import org.jspecify.annotations.Nullable;

/** A request's body as it streams through: counted, because a chunked one does not say beforehand how long it is. */
final class Upload implements ReadStream<Buffer> {

    private static final long NEXT_LOOK_MILLIS = 5_000;

    private final HttpServerRequest request;
    private final long limitInBytes;
    private final Promise<Void> whole = Promise.promise();
    private @Nullable Handler<Throwable> onFailure;
    private long bytes;
    private long timer;

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

    /** Looks at the clock until the body is in: first when a small body should be, then at a large one now and again. */
    void watch(Vertx vertx, RouteConfig config) {
        Duration patience = config.uploadTimeout();
        long began = System.nanoTime();
        timer = vertx.setTimer(patience.toMillis(), late -> lookAtPace(vertx, config.body(), began));
        whole.future().onComplete(in -> stopWatching(vertx));
    }

    private void lookAtPace(Vertx vertx, RouteConfig.Body config, long began) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        if (bytes < config.bytesPerSecond().asLongValue() * seconds) {
            refuse(UploadProblem.TOO_SLOW.problem());
        } else {
            timer = vertx.setTimer(NEXT_LOOK_MILLIS, late -> lookAtPace(vertx, config, began));
        }
    }

    void stopWatching(Vertx vertx) {
        vertx.cancelTimer(timer);
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
