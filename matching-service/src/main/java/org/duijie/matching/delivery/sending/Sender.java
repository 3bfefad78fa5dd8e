package org.duijie.matching.delivery.sending;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.duijie.matching.delivery.address.RefusedAddressException;
import org.jspecify.annotations.Nullable;

/**
 * Sends one message once, signed to the letter of Standard Webhooks 1.0. Whatever the receiver does, it is over within 15
 * seconds and has read no more than 64 kB. Blocks: call it on a virtual thread.
 */
@Singleton
class Sender {

    static final Duration LIMIT = Duration.ofSeconds(15);
    private static final int MOST_READ = 64 * 1024;
    private static final int EXCERPT = 500;

    private final SafeClient client;
    private final InstantSource clock;
    private final Alarm alarm = new Alarm(LIMIT);

    @Inject
    Sender(SafeClient client, InstantSource clock) {
        this.client = client;
        this.clock = clock;
    }

    /** @param attempt which one for this message, from 1 */
    Attempt send(Target target, Outgoing message, int attempt) {
        Instant at = clock.instant();
        long begin = System.nanoTime();
        URI url = URI.create(target.url());
        HttpPost request = request(url, target.signers(), message, at);
        Ending ending;
        try (var _ = alarm.set(request::abort)) {
            ending = exchange(url, request);
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        if (ending.outcome() == Outcome.UNREACHABLE && took.compareTo(LIMIT) >= 0) {
            ending = new Ending(Outcome.TIMED_OUT, null, "No answer within " + LIMIT.toSeconds() + " s", null);
        }
        return new Attempt(
                message, at, attempt, ending.outcome(), ending.status(), took, ending.excerpt(), ending.retryAfter());
    }

    private record Ending(
            Outcome outcome,
            @Nullable Integer status,
            @Nullable String excerpt,
            @Nullable Duration retryAfter) {}

    private Ending exchange(URI url, HttpPost request) {
        try {
            HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
            ClassicHttpResponse response = client.http().executeOpen(host, request, null);
            int status = response.getCode();
            Outcome outcome =
                    status / 100 == 2 ? Outcome.DELIVERED : status / 100 == 3 ? Outcome.REDIRECTED : Outcome.ANSWERED;
            Ending ending = new Ending(outcome, status, excerpt(request, response), retryAfter(response));
            closeQuietly(response);
            return ending;
        } catch (RefusedAddressException refused) {
            return new Ending(Outcome.REFUSED, null, refused.fault().name(), null);
        } catch (UnknownHostException unknown) {
            return new Ending(Outcome.UNREACHABLE, null, "The host does not resolve", null);
        } catch (IOException broken) {
            Outcome outcome =
                    broken instanceof java.net.SocketTimeoutException ? Outcome.TIMED_OUT : Outcome.UNREACHABLE;
            return new Ending(outcome, null, plain(String.valueOf(broken.getMessage())), null);
        }
    }

    private static HttpPost request(URI url, List<Webhook> signers, Outgoing message, Instant at) {
        HttpPost request = new HttpPost(url);
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(at.getEpochSecond()));
        request.setHeader("webhook-signature", signatures(signers, message, at));
        request.setEntity(new ByteArrayEntity(
                message.body().getBytes(StandardCharsets.UTF_8),
                ContentType.APPLICATION_JSON.withCharset((java.nio.charset.Charset) null)));
        return request;
    }

    private static String signatures(List<Webhook> signers, Outgoing message, Instant at) {
        return signers.stream()
                .map(signer -> {
                    try {
                        return signer.sign(message.id(), at.getEpochSecond(), message.body());
                    } catch (WebhookSigningException impossible) {
                        throw new IllegalStateException("HMAC-SHA256 is always there", impossible);
                    }
                })
                .collect(Collectors.joining(" "));
    }

    /** The answer's head decides; its body is only shown, and a connection is kept only if there is not too much of it. */
    private static @Nullable String excerpt(HttpPost request, ClassicHttpResponse response) {
        if (response.getEntity() == null) {
            return null;
        }
        byte[] read = new byte[0];
        try {
            read = response.getEntity().getContent().readNBytes(MOST_READ);
            if (read.length == MOST_READ) {
                request.abort();
            }
        } catch (IOException broken) {
            // What was said in the head holds.
            request.abort();
        }
        return read.length == 0 ? null : plain(new String(read, StandardCharsets.UTF_8));
    }

    /** A connection that was read to its end goes back to the others, any other is closed. */
    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException broken) {
            // The message was answered; what becomes of the connection is no matter.
        }
    }

    /** What cannot be seen, or would break a line of a log, is not shown. */
    private static String plain(String text) {
        String visible = text.codePoints()
                .map(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE
                        ? ' '
                        : point)
                .limit(EXCERPT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.strip();
    }

    private @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null) {
            return null;
        }
        String value = header.getValue().strip();
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration until = Duration.between(clock.instant(), then);
            return until.isNegative() ? null : until;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @PreDestroy
    void close() {
        alarm.close();
    }
}
