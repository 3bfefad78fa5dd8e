package org.duijie.matching.subscription;

import java.util.Comparator;
import java.util.UUID;

/** Which pair, for which subscription. Ordered, so that things are told in one order. */
public record CurrentMatchKey(UUID subscriptionId, UUID needId, UUID offerId) implements Comparable<CurrentMatchKey> {

    private static final Comparator<CurrentMatchKey> ORDER = Comparator.comparing(CurrentMatchKey::subscriptionId)
            .thenComparing(CurrentMatchKey::needId)
            .thenComparing(CurrentMatchKey::offerId);

    @Override
    public int compareTo(CurrentMatchKey other) {
        return ORDER.compare(this, other);
    }
}
