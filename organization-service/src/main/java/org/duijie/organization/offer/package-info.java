/** What organizations can give: offers with their items, bounds, reach and period. */
@NullMarked
package org.duijie.organization.offer;

import org.jspecify.annotations.NullMarked;
