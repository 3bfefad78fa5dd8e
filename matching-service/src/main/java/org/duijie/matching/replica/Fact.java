package org.duijie.matching.replica;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last known state of something that another service owns, reduced to what matching uses. */
public sealed interface Fact permits DivisionFact, NeedFact, OrganizationFact, OfferFact {

    UUID id();

    /** Counts up with every change at the owner: of two states the one with the higher version is the later. */
    long version();

    /**
     * An event may lack what its producer promised; a fact may not.
     *
     * @throws IllegalArgumentException if one of these is missing
     */
    static void requireAll(@Nullable Object... members) {
        if (Arrays.stream(members).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A member is missing");
        }
    }
}
