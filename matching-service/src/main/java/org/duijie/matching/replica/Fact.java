package org.duijie.matching.replica;

import java.util.UUID;

/** The last known state of something that another service owns, reduced to what matching uses. */
public sealed interface Fact permits DivisionFact, NeedFact, OrganizationFact, OfferFact {

    UUID id();

    /** Counts up with every change at the owner: of two states the one with the higher version is the later. */
    long version();
}
