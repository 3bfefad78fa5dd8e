/** The ledger at the size of the country: statistics over it, and the time to append. */
@NullMarked
package org.duijie.bench.ledger;

import org.jspecify.annotations.NullMarked;
