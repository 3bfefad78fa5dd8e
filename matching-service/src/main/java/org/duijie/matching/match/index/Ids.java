package org.duijie.matching.match.index;

import java.util.Comparator;
import java.util.UUID;

/** Ids in the order of their texts, which is their order as unsigned numbers. */
final class Ids {

    static final Comparator<UUID> ORDER = (one, other) -> {
        int most = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return most != 0 ? most : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private Ids() {}
}
