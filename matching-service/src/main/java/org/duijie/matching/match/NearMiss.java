package org.duijie.matching.match;

import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * A pair that breaks exactly one rule, so that the one change would make it a match.
 *
 * @param change what would turn it; where both sides could, the change of the side that asks
 */
public record NearMiss(NeedFact need, OfferFact offer, Rule rule, Change change) {}
