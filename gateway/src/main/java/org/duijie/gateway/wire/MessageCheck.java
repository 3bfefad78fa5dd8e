package org.duijie.gateway.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.duijie.chassis.problem.ProblemDetail;
import org.duijie.chassis.text.Language;
import org.duijie.gateway.door.Environment;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Sees what the decoder made of the bytes, before the HTTP server does. What is no request, or could be taken for another
 * one by the next party, is refused here, and the connection with it: nobody knows where the next request begins.
 */
final class MessageCheck extends ChannelDuplexHandler {

    /** Netty makes this, and injects nothing. */
    private static final InstantSource CLOCK = InstantSource.system();

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private static final String ENVIRONMENT = ConfigProvider.getConfig()
            .getValue("duijie.environment", Environment.class)
            .word();

    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#]", Pattern.CASE_INSENSITIVE);

    /** A caller that is still writing gets as far as the answer. */
    private static final long LINGER_MILLIS = 2_000;

    private final HeadWatch watch;

    /** What is written here goes out as it is. */
    private final ChannelHandlerContext belowTheEncoder;

    private int unanswered;
    private boolean refused;

    /** What is answered when those before it are. */
    private @Nullable ByteBuf refusal;

    MessageCheck(HeadWatch watch, ChannelHandlerContext belowTheEncoder) {
        this.watch = watch;
        this.belowTheEncoder = belowTheEncoder;
    }

    boolean isAnswering() {
        return unanswered > 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (refused) {
            ReferenceCountUtil.release(message);
            return;
        }
        if (message instanceof HttpRequest request) {
            watch.headIsIn();
            @Nullable MessageProblem problem = problem(request);
            if (problem != null) {
                ReferenceCountUtil.release(message);
                refuse(problem, request.headers());
                return;
            }
            leadToTheDoor(request);
            unanswered++;
        }
        if (message instanceof LastHttpContent) {
            watch.bodyIsIn();
        }
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) throws Exception {
        boolean answered = message instanceof LastHttpContent && !isInterim(message);
        super.write(ctx, message, promise);
        if (answered) {
            unanswered--;
            sendRefusal();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        ReferenceCountUtil.release(refusal);
        refusal = null;
        ctx.fireChannelInactive();
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private static @Nullable MessageProblem problem(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            return switch (request.decoderResult().cause()) {
                case TooLongHttpLineException _ -> MessageProblem.ADDRESS_TOO_LONG;
                case TooLongHttpHeaderException _ -> MessageProblem.HEADERS_TOO_LARGE;
                default -> MessageProblem.MALFORMED;
            };
        }
        HttpHeaders headers = request.headers();
        boolean modern = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        List<String> codings = headers.getAll(HttpHeaderNames.TRANSFER_ENCODING);
        List<String> hosts = headers.getAll(HttpHeaderNames.HOST);
        if (!codings.isEmpty() && (!modern || headers.contains(HttpHeaderNames.CONTENT_LENGTH))) {
            return MessageProblem.MALFORMED;
        }
        if (!codings.isEmpty() && (codings.size() > 1 || !"chunked".equalsIgnoreCase(codings.getFirst()))) {
            return MessageProblem.CODING_UNKNOWN;
        }
        boolean namesHost = hosts.size() == 1 || (!modern && hosts.isEmpty());
        return namesHost && isTarget(request.uri(), request.method()) ? null : MessageProblem.MALFORMED;
    }

    /** RFC 9112 §3.2: a path, a whole address, and of two methods what they are about. */
    private static boolean isTarget(String target, HttpMethod method) {
        return target.startsWith("/")
                || ADDRESS.matcher(target).lookingAt()
                || isAboutTheServer(target, method)
                || method.equals(HttpMethod.CONNECT);
    }

    private static boolean isAboutTheServer(String target, HttpMethod method) {
        return method.equals(HttpMethod.OPTIONS) && target.equals("*");
    }

    /** A target that is no path would be lost before the door, which has an answer for it. */
    private static void leadToTheDoor(HttpRequest request) {
        if (request.method().equals(HttpMethod.CONNECT) || isAboutTheServer(request.uri(), request.method())) {
            request.setUri("/");
        }
    }

    void refuse(MessageProblem problem) {
        refuse(problem, null);
    }

    /** What came before is answered first; what comes after is nobody's. */
    private void refuse(MessageProblem problem, @Nullable HttpHeaders headers) {
        if (!refused) {
            refused = true;
            refusal =
                    answer(problem, Language.of(headers == null ? null : headers.get(HttpHeaderNames.ACCEPT_LANGUAGE)));
            sendRefusal();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a connection that is gone needs no end
    private void sendRefusal() {
        if (refusal == null || isAnswering()) {
            return;
        }
        ByteBuf answer = refusal;
        refusal = null;
        belowTheEncoder.writeAndFlush(answer).addListener(sent -> {
            if (belowTheEncoder.channel() instanceof DuplexChannel channel) {
                channel.shutdownOutput();
            }
            belowTheEncoder
                    .executor()
                    .schedule(() -> belowTheEncoder.channel().close(), LINGER_MILLIS, TimeUnit.MILLISECONDS);
        });
    }

    private static ByteBuf answer(MessageProblem problem, Locale language) {
        ProblemDetail detail = ProblemDetail.of(
                problem.problem(),
                language,
                Generators.timeBasedEpochGenerator().generate());
        String body = json(detail);
        String head = """
                HTTP/1.1 %d %s
                Date: %s
                Content-Type: %s
                Content-Length: %d
                Content-Language: %s
                Vary: Accept-Language
                Cache-Control: no-store
                X-Content-Type-Options: nosniff
                Referrer-Policy: no-referrer
                Content-Security-Policy: default-src 'none'; frame-ancestors 'none'
                Duijie-Environment: %s
                Connection: close

                """.formatted(
                        problem.status(),
                        problem.title().in(Locale.ENGLISH),
                        DATE.format(CLOCK.instant()),
                        ProblemDetail.MEDIA_TYPE,
                        body.getBytes(StandardCharsets.UTF_8).length,
                        language.toLanguageTag(),
                        ENVIRONMENT);
        return Unpooled.copiedBuffer(head.replace("\n", "\r\n") + body, StandardCharsets.UTF_8);
    }

    private static String json(ProblemDetail detail) {
        try {
            return JSON.writeValueAsString(detail);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
