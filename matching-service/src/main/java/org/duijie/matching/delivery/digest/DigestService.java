package org.duijie.matching.delivery.digest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.subscription.MatchStreams;
import org.duijie.matching.subscription.SubscriptionAudit;
import org.jspecify.annotations.Nullable;

/** Keeps digests. None is mailed before somebody who reads the address's mail has said so. */
@ApplicationScoped
public class DigestService {

    private static final int MOST_OF_ONE_ORGANIZATION = 100;

    private final DigestRepository digests;
    private final MatchStreams streams;
    private final SubscriptionAudit audit;
    private final DigestConfig config;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final Ids ids;

    @Inject
    DigestService(
            DigestRepository digests,
            MatchStreams streams,
            SubscriptionAudit audit,
            DigestConfig config,
            Idempotency idempotency,
            InstantSource clock,
            Ids ids) {
        this.digests = digests;
        this.streams = streams;
        this.audit = audit;
        this.config = config;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
    }

    /** Makes a digest, once for a request's key; its address is sent a code. */
    @Transactional
    <T> T create(DigestRequest request, @Nullable String platform, Function<Digest, T> answer) {
        return idempotency.once(() -> answer.apply(add(request, platform)));
    }

    private Digest add(DigestRequest request, @Nullable String platform) {
        if (!config.enabled()) {
            throw DigestProblem.NOT_OFFERED.problem();
        }
        streams.requireOwn(request.subscriptionIds(), request.organization(), "#/subscriptions");
        if (digests.countOf(request.organization()) >= MOST_OF_ONE_ORGANIZATION) {
            throw DigestProblem.TOO_MANY.problem();
        }
        Digest digest = new Digest(ids.next(), request, platform, clock.instant());
        digests.persistAndFlush(digest);
        digests.beginNow(digest.id());
        audit.record("digest.made", digest.id(), digest.organization(), null, digest.status());
        return digest;
    }

    @Transactional
    Digest confirm(UUID id, String code) {
        Digest digest = digests.lock(id).orElseThrow(DigestProblem.NOT_FOUND::problem);
        DigestStatus before = digest.status();
        digest.confirm(MailCode.hash(code), clock.instant());
        if (digest.status() != before) {
            digests.flush();
            audit.record("digest.confirmed", id, digest.organization(), before, digest.status());
        }
        return digest;
    }

    @Transactional
    void delete(UUID id, IfMatch ifMatch) {
        Digest digest = digests.lock(id).orElseThrow(DigestProblem.NOT_FOUND::problem);
        ifMatch.require(digest.version());
        digests.delete(digest);
        audit.record("digest.deleted", id, digest.organization(), digest.status(), null);
    }
}
