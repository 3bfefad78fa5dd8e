package org.duijie.matching.proposal;

import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/**
 * The need and the offer that a proposal is about, as they stand now.
 *
 * @param organization whose offer it is
 * @param byInvitation whether they are no match, and one side invites the other all the same
 */
record Subject(NeedFact need, OfferFact offer, OrganizationFact organization, boolean byInvitation) {}
