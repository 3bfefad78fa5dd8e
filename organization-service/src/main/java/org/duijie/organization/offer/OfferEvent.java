package org.duijie.organization.offer;

import java.util.UUID;
import org.duijie.organization.history.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an offer. Every event carries the whole state, read when the event goes into the outbox: the version
 * is final only then.
 */
sealed interface OfferEvent extends RecordedEvent {

    Offer offer();

    record Opened(Offer offer) implements OfferEvent {}

    record Amended(Offer offer) implements OfferEvent {}

    /** Some of it was held, promised or given back. */
    record CapacityChanged(Offer offer) implements OfferEvent {}

    /** The same, and now nothing is left. */
    record Exhausted(Offer offer) implements OfferEvent {}

    /** The same, and now something is left again. */
    record Replenished(Offer offer) implements OfferEvent {}

    record Withdrawn(Offer offer) implements OfferEvent {}

    record Expired(Offer offer) implements OfferEvent {}

    @Override
    default @Nullable OfferStatus from() {
        return offer().stood();
    }

    @Override
    default OfferStatus to() {
        return offer().status();
    }

    @Override
    default UUID subject() {
        return offer().id();
    }

    @Override
    default long version() {
        return offer().version();
    }

    @Override
    default OfferResponse state() {
        return OfferResponse.of(offer());
    }
}
