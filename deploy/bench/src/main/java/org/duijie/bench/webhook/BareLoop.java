package org.duijie.bench.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** What there is to sending alone: the same client, the same signature, the same receivers; no database, no order, no log. */
final class BareLoop {
    private static final int AT_ONCE = 200;
    private static final String BODY = """
            {"type":"match.began","timestamp":"NOW","data":{"subscription":"01890a5d-ac96-774b-bcce-b302a8057000","event":{
            "number":1,"type":"MATCH_BEGAN","need":{"id":"01890a5d-ac96-774b-bcce-b302a8057001","title":"张北县小学图书室",
            "divisionCode":"130722","divisionName":"张北县"},"offer":{"id":"01890a5d-ac96-774b-bcce-b302a8057002",
            "title":"图书 5000 册"},"score":"0.731250","reason":{"code":"NEED_CHANGED","zh":"需求已发布，开始匹配。",
            "en":"The need was published: it matches now."},"cause":{"type":"org.duijie.need.published.v1"}}}}""";

    private final Receivers receivers;
    private final Webhook signer;

    BareLoop(Receivers receivers) {
        this.receivers = receivers;
        try {
            this.signer = new Webhook(new byte[32]);
        } catch (EmptyWebhookSecretException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sends so many messages, one to each receiver in turn. Returns how many a second. */
    double run(int messages, int endpoints) throws IOException, InterruptedException {
        AtomicLong failures = new AtomicLong();
        try (CloseableHttpClient client = HttpClients.custom()
                        .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                                .setMaxConnPerRoute(AT_ONCE)
                                .build())
                        .disableRedirectHandling()
                        .disableAutomaticRetries()
                        .disableCookieManagement()
                        .disableContentCompression()
                        .build();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Semaphore free = new Semaphore(AT_ONCE);
            long begin = System.nanoTime();
            for (int i = 0; i < messages; i++) {
                int number = i;
                free.acquire();
                threads.execute(() -> {
                    try {
                        send(client, number, endpoints);
                    } catch (IOException | WebhookSigningException failed) {
                        failures.incrementAndGet();
                    } finally {
                        free.release();
                    }
                });
            }
            free.acquire(AT_ONCE);
            long took = System.nanoTime() - begin;
            if (failures.get() > 0) {
                throw new IOException(failures + " messages of the bare loop were not taken");
            }
            return messages * (double) Duration.ofSeconds(1).toNanos() / took;
        }
    }

    private void send(CloseableHttpClient client, int number, int endpoints)
            throws IOException, WebhookSigningException {
        Instant now = Instant.now();
        String body = BODY.replace("NOW", now.toString());
        String id = "msg_bare_" + number;
        HttpPost request = new HttpPost(receivers.url(number % endpoints));
        request.setHeader("webhook-id", id);
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader("webhook-signature", signer.sign(id, now.getEpochSecond(), body));
        request.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), ContentType.APPLICATION_JSON));
        client.execute(request, response -> {
            if (response.getCode() != 204) {
                throw new IOException("status " + response.getCode());
            }
            return response;
        });
    }
}
