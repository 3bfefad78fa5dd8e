package org.duijie.gateway.wire;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees how the bytes of answers leave. A caller that reads slowly or not at all holds its connection, what was written
 * for it, and after the end of the connection what the kernel still has for it, which knows no time-out for readers that
 * take a byte now and then. Both have one here; then the connection is broken off and all of it is free.
 */
@SuppressWarnings("FutureReturnValueIgnored") // who asked for an end is told of it by the promise
final class ReaderWatch extends ChannelDuplexHandler {

    private final Duration patience;
    private @Nullable Future<?> look;
    private @Nullable Waiting before;
    private @Nullable ChannelPromise end;

    ReaderWatch(Duration patience) {
        this.patience = patience;
    }

    /** What the caller is to take next, and how much of it it took. */
    private record Waiting(int message, long progress) {

        /** Null where nothing waits. */
        static @Nullable Waiting of(ChannelHandlerContext ctx) {
            @Nullable ChannelOutboundBuffer unsent = ctx.channel().unsafe().outboundBuffer();
            return unsent == null || unsent.isEmpty()
                    ? null
                    : new Waiting(System.identityHashCode(unsent.current()), unsent.currentProgress());
        }
    }

    @Override
    public void flush(ChannelHandlerContext ctx) {
        ctx.flush();
        if (look == null && Waiting.of(ctx) != null) {
            before = Waiting.of(ctx);
            lookLater(ctx);
        }
    }

    private void lookLater(ChannelHandlerContext ctx) {
        look = ctx.executor().schedule(() -> look(ctx), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext ctx) {
        @Nullable Waiting now = Waiting.of(ctx);
        look = null;
        if (now != null && now.equals(before)) {
            breakOff(ctx, ctx.newPromise());
        } else if (now != null) {
            before = now;
            lookLater(ctx);
        }
    }

    /** Says goodbye first: whoever takes the rest of its answer in time, and ends its side, is not broken off. */
    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        boolean lingers =
                ctx.channel() instanceof SocketChannel socket && socket.isActive() && !socket.isOutputShutdown();
        if (!lingers) {
            ctx.close(promise);
        } else if (Waiting.of(ctx) != null) {
            // It had its time before.
            breakOff(ctx, promise);
        } else {
            end = promise;
            ctx.channel().config().setAutoRead(true);
            ((SocketChannel) ctx.channel()).shutdownOutput();
            forgetLook();
            look = ctx.executor().schedule(() -> breakOff(ctx, promise), patience.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void breakOff(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (ctx.channel() instanceof SocketChannel socket && socket.isActive()) {
            socket.config().setSoLinger(0);
        }
        ctx.close(promise);
    }

    /** After the goodbye nobody listens. */
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (end == null) {
            ctx.fireChannelRead(message);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forgetLook();
        if (end != null) {
            ctx.close(end);
        }
        ctx.fireChannelInactive();
    }

    private void forgetLook() {
        if (look != null) {
            look.cancel(false);
            look = null;
        }
    }
}
