/** Where a subscriber may have things sent to: what an address may look like, and what it may resolve to. */
@NullMarked
package org.duijie.matching.delivery.address;

import org.jspecify.annotations.NullMarked;
