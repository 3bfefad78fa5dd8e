package org.duijie.matching.delivery.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.matching.delivery.sending.Mandate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.subscription.MatchStreams;
import org.duijie.matching.subscription.SubscriptionAudit;
import org.jspecify.annotations.Nullable;

/** Makes and ends addresses at which a stream is read without a token, and reads it for who knows one. */
@ApplicationScoped
public class FeedAddressService {

    private final FeedAddressRepository addresses;
    private final FeedService feeds;
    private final FeedPace pace;
    private final MatchStreams streams;
    private final SubscriptionAudit audit;
    private final Mandate mandate;
    private final Idempotency idempotency;
    private final InstantSource clock;

    @Inject
    FeedAddressService(
            FeedAddressRepository addresses,
            FeedService feeds,
            FeedPace pace,
            MatchStreams streams,
            SubscriptionAudit audit,
            Mandate mandate,
            Idempotency idempotency,
            InstantSource clock) {
        this.addresses = addresses;
        this.feeds = feeds;
        this.pace = pace;
        this.streams = streams;
        this.audit = audit;
        this.mandate = mandate;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** An answer, and the code that goes with it and is not kept in the clear anywhere. */
    record WithCode<T>(T answer, String code) {}

    /**
     * Makes an address, or another in the place of the present one; once for a request's key. The kept answer has no code:
     * who asks again under the same key does not get it.
     */
    @Transactional
    <T> WithCode<T> make(UUID subscription, @Nullable String platform, Function<FeedAddress, T> answer) {
        String code = FeedCode.fresh();
        return new WithCode<>(idempotency.once(() -> answer.apply(renewed(subscription, code, platform))), code);
    }

    private FeedAddress renewed(UUID subscription, String code, @Nullable String platform) {
        streams.hold(subscription);
        FeedAddress known = addresses.lock(subscription).orElse(null);
        if (known != null) {
            known.renew(FeedCode.hash(code), platform, clock.instant());
            record("feed-address.replaced", subscription);
            return known;
        }
        FeedAddress made = new FeedAddress(subscription, FeedCode.hash(code), platform, clock.instant());
        addresses.persistAndFlush(made);
        record("feed-address.made", subscription);
        return made;
    }

    /** It leads nowhere from now on. */
    @Transactional
    void revoke(UUID subscription) {
        addresses.delete(addresses.lock(subscription).orElseThrow(FeedProblem.ADDRESS_NOT_FOUND::problem));
        record("feed-address.revoked", subscription);
    }

    /** An address has no id but that of its subscription. */
    private void record(String action, UUID subscription) {
        audit.record(action, subscription, streams.head(subscription).organization());
    }

    /** What the address shows now, for whoever knows it. Runs as the service itself: nobody has signed in. */
    @Transactional
    StreamPage page(String code, long before, int limit, Filter filter, Locale language) {
        FeedAddress address = addresses.ofCode(FeedCode.hash(code)).orElseThrow(FeedProblem.ADDRESS_NOT_FOUND::problem);
        pace.admit(address.subscription());
        MatchStreams.Head head = streams.head(address.subscription());
        if (mandate.of(address.platform(), head.organization()) == Mandate.State.ENDED) {
            throw FeedProblem.ADDRESS_NOT_FOUND.problem();
        }
        address.read(clock.instant());
        return feeds.page(address.subscription(), before, limit, filter, language);
    }
}
