package org.duijie.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Counts the requests of each client, class by class. A client that was silent for a whole window has all of its quota
 * again, so it can be forgotten: the memory is bounded in time and in number.
 */
@Singleton
public class RateLimits {

    private final Cache<Client, Bucket> clients;
    private final Map<RateClass, Quota> quotas = new EnumMap<>(RateClass.class);
    private final TimeMeter clock;

    @Inject
    RateLimits(RateLimitConfig config, InstantSource clock, MeterRegistry meters) {
        this.clock = new Clock(clock);
        for (RateClass rateClass : RateClass.values()) {
            RateLimitConfig.Policy policy = config.classes().get(rateClass);
            if (policy == null) {
                throw new IllegalStateException("duijie.gateway.limits.classes says nothing of " + rateClass.word());
            }
            quotas.put(rateClass, Quota.of(rateClass, policy, meters));
        }
        Duration longestWindow = quotas.values().stream()
                .map(Quota::window)
                .max(Duration::compareTo)
                .orElseThrow();
        this.clients = Caffeine.newBuilder()
                .maximumSize(config.clients())
                .expireAfterAccess(longestWindow)
                .build();
        Gauge.builder("duijie.gateway.limit.clients", clients, Cache::estimatedSize)
                .description("Clients whose requests are counted at present")
                .register(meters);
    }

    /** Takes one request from what the client has left. */
    public Standing take(RateClass rateClass, Caller caller) {
        Quota quota = Objects.requireNonNull(quotas.get(rateClass));
        ConsumptionProbe probe = clients.get(new Client(rateClass, caller.word()), first -> quota.fresh(clock))
                .tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            quota.refused().increment();
        }
        return new Standing(
                probe.isConsumed(),
                quota.header(),
                "\"" + rateClass.word() + "\";r=" + probe.getRemainingTokens() + ";t="
                        + wholeSeconds(probe.getNanosToWaitForReset()),
                wholeSeconds(probe.getNanosToWaitForRefill()));
    }

    /** The limits of every class, to be published. */
    public List<Published> quotas() {
        return quotas.entrySet().stream()
                .map(entry -> new Published(
                        entry.getKey().word(),
                        entry.getKey().whose(),
                        entry.getValue().requests(),
                        entry.getValue().window().toSeconds()))
                .toList();
    }

    private static long wholeSeconds(long nanos) {
        return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
    }

    /**
     * How a client stands after a request.
     *
     * @param policy the value of {@code RateLimit-Policy}
     * @param rest the value of {@code RateLimit}
     * @param retryAfterSeconds when a refused request would be taken
     */
    public record Standing(boolean admitted, String policy, String rest, long retryAfterSeconds) {}

    /**
     * So many requests of one caller in so many seconds.
     *
     * @param name as {@code RateLimit-Policy} has it
     * @param whose whose requests are counted, in words
     */
    public record Published(String name, String whose, long requests, long windowSeconds) {}

    private record Client(RateClass rateClass, String word) {}

    private record Quota(long requests, Duration window, String header, Counter refused) {

        static Quota of(RateClass rateClass, RateLimitConfig.Policy policy, MeterRegistry meters) {
            return new Quota(
                    policy.requests(),
                    policy.window(),
                    "\"%s\";q=%d;w=%d"
                            .formatted(
                                    rateClass.word(),
                                    policy.requests(),
                                    policy.window().toSeconds()),
                    Counter.builder("duijie.gateway.limited")
                            .description("Requests refused because their client had used up its quota")
                            .tag("class", rateClass.word())
                            .register(meters));
        }

        Bucket fresh(TimeMeter clock) {
            return Bucket.builder()
                    .addLimit(limit -> limit.capacity(requests).refillGreedy(requests, window))
                    .withCustomTimePrecision(clock)
                    .build();
        }
    }

    /** The house's clock, so that a test need not wait. */
    private record Clock(InstantSource source) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            Instant now = source.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
