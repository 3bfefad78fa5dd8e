package org.duijie.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sees the bytes of a connection before they are decoded. A head that drips in byte by byte would never be idle and hold
 * its connection for ever, so it has a time-out of its own; and what the decoder would mend in silence is refused.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

    private final HeadScan scan = new HeadScan();
    private final Duration patience;
    private @Nullable MessageCheck check;
    private @Nullable Future<?> deadline;
    private boolean inHead = true;
    private boolean headBegan;

    HeadWatch(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        MessageCheck messages = installed(ctx);
        if (messages != null && message instanceof ByteBuf bytes) {
            passOn(ctx, bytes, messages);
        } else {
            ctx.fireChannelRead(message);
        }
        // Almost every head comes in one piece and needs no clock.
        if (messages != null && headBegan && deadline == null) {
            awaitHead(ctx, messages);
        }
    }

    /** Head by head, so that one that comes in the same piece behind another is seen too. */
    private void passOn(ChannelHandlerContext ctx, ByteBuf bytes, MessageCheck messages) {
        while (inHead && bytes.isReadable()) {
            int length = scan.read(bytes);
            if (scan.isSuspect()) {
                bytes.release();
                messages.refuse(MessageProblem.MALFORMED);
                return;
            }
            headBegan = true;
            if (length == bytes.readableBytes()) {
                break;
            }
            ctx.fireChannelRead(bytes.readRetainedSlice(length));
            if (inHead && scan.isOver()) {
                // The decoder made nothing of it.
                break;
            }
        }
        ctx.fireChannelRead(bytes);
    }

    /** The decoder is there once the first bytes are. */
    private @Nullable MessageCheck installed(ChannelHandlerContext ctx) {
        if (check == null) {
            ChannelHandlerContext encoder = ctx.pipeline().context(HttpResponseEncoder.class);
            ChannelHandlerContext decoder = ctx.pipeline().context(HttpRequestDecoder.class);
            if (encoder != null && decoder != null) {
                check = new MessageCheck(this, decoder);
                ctx.pipeline().addAfter(encoder.name(), null, check);
            }
        }
        return check;
    }

    private void awaitHead(ChannelHandlerContext ctx, MessageCheck messages) {
        deadline = ctx.executor()
                .schedule(
                        () -> {
                            deadline = null;
                            if (messages.isAnswering()) {
                                awaitHead(ctx, messages);
                            } else {
                                messages.refuse(MessageProblem.TOO_SLOW);
                            }
                        },
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
    }

    void headIsIn() {
        inHead = false;
        headBegan = false;
        forgetDeadline();
    }

    void bodyIsIn() {
        inHead = true;
        scan.begin();
    }

    private void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        forgetDeadline();
        ctx.fireChannelInactive();
    }
}
