package org.duijie.matching.delivery.topic;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.duijie.chassis.idempotency.Idempotency;
import org.duijie.chassis.precondition.IfMatch;
import org.duijie.chassis.time.Ids;
import org.duijie.matching.delivery.endpoint.ReplayResponse;
import org.duijie.matching.subscription.MatchStreams;
import org.duijie.matching.subscription.SubscriptionAudit;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Grants topics to partners and takes them back, and says from where they are written. */
@ApplicationScoped
public class PartnerTopicService {

    private static final int MOST_OF_ONE_ORGANIZATION = 10;

    private final PartnerTopicRepository topics;
    private final MatchStreams streams;
    private final SubscriptionAudit audit;
    private final Idempotency idempotency;
    private final InstantSource clock;
    private final Ids ids;
    private final Event<Due> due;

    @Inject
    PartnerTopicService(
            PartnerTopicRepository topics,
            MatchStreams streams,
            SubscriptionAudit audit,
            Idempotency idempotency,
            InstantSource clock,
            Ids ids,
            Event<Due> due) {
        this.topics = topics;
        this.streams = streams;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
        this.ids = ids;
        this.due = due;
    }

    /** Something may be written that could not be before; observed after the commit. */
    record Due(UUID topic) {}

    /** Grants a topic, once for a request's key. */
    @Transactional
    <T> T grant(PartnerTopicRequest request, String grantedBy, Function<PartnerTopic, T> answer) {
        return idempotency.once(() -> answer.apply(add(request, grantedBy)));
    }

    private PartnerTopic add(PartnerTopicRequest request, String grantedBy) {
        streams.requireOwn(request.subscriptionIds(), request.organization(), "#/subscriptions");
        PartnerTopic topic = new PartnerTopic(ids.next(), request, grantedBy, clock.instant());
        if (topics.isTaken(topic.topic())) {
            throw PartnerTopicProblem.NAME_TAKEN.problem();
        }
        if (topics.countOf(request.organization()) >= MOST_OF_ONE_ORGANIZATION) {
            throw PartnerTopicProblem.TOO_MANY.problem();
        }
        try {
            topics.persistAndFlush(topic);
        } catch (ConstraintViolationException lostTheRace) {
            throw PartnerTopicProblem.NAME_TAKEN.problem();
        }
        topics.beginNow(topic.id());
        audit.record("partner-topic.granted", topic.id(), topic.organization());
        return topic;
    }

    /** Nothing more is written to it; what the broker has stays there as long as the broker keeps it. */
    @Transactional
    void revoke(UUID id, IfMatch ifMatch) {
        PartnerTopic topic = topics.lock(id).orElseThrow(PartnerTopicProblem.NOT_FOUND::problem);
        ifMatch.require(topic.version());
        topics.delete(topic);
        audit.record("partner-topic.revoked", id, topic.organization());
    }

    /**
     * Has events written again from a number or a time on, in order.
     *
     * @return the number that it begins with, and the last one
     */
    @Transactional
    ReplayResponse replay(UUID id, UUID subscription, @Nullable Long from, @Nullable Instant since) {
        PartnerTopic topic = topics.lock(id).orElseThrow(PartnerTopicProblem.NOT_FOUND::problem);
        MatchStreams.Head head = streams.known(subscription)
                .filter(known -> topic.covers(subscription, known.organization()))
                .orElseThrow(PartnerTopicProblem.NOTHING_TO_SEND::problem);
        OptionalLong first = from != null
                ? OptionalLong.of(from)
                : streams.firstSince(subscription, since == null ? Instant.EPOCH : since);
        if (first.isEmpty() || first.getAsLong() > head.last()) {
            throw PartnerTopicProblem.NOTHING_TO_SEND.problem();
        }
        topics.rewind(id, subscription, first.getAsLong());
        audit.record("partner-topic.replayed", id, topic.organization());
        due.fire(new Due(id));
        return new ReplayResponse(subscription, first.getAsLong(), head.last());
    }
}
