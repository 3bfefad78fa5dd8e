/**
 * What organizations can give: offers with their items, bounds, reach and period, and how much of each item is held,
 * promised and left. Other features hold and promise through {@link org.duijie.organization.offer.OfferCapacity}.
 */
@NullMarked
package org.duijie.organization.offer;

import org.jspecify.annotations.NullMarked;
