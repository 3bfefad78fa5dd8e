package org.duijie.matching.subscription;

import java.util.UUID;

/** Which pair, for which subscription. Ordered, so that things are told in one order. */
public record CurrentMatchKey(UUID subscriptionId, UUID needId, UUID offerId) implements Comparable<CurrentMatchKey> {

    @Override
    public int compareTo(CurrentMatchKey other) {
        int bySubscription = subscriptionId.compareTo(other.subscriptionId);
        int byNeed = bySubscription != 0 ? bySubscription : needId.compareTo(other.needId);
        return byNeed != 0 ? byNeed : offerId.compareTo(other.offerId);
    }
}
