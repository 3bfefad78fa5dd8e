/**
 * From a match to an agreement: proposals of either side, the other's answers, and the way from acceptance to agreement
 * that the offer's capacity and the need's quantity take part in.
 *
 * <p>Read {@link org.duijie.matching.proposal.Proposal} first.
 */
@NullMarked
package org.duijie.matching.proposal;

import org.jspecify.annotations.NullMarked;
