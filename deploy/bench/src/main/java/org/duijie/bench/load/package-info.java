/** Clients that keep a server busy, and the programs beside which it is measured. */
@NullMarked
package org.duijie.bench.load;

import org.jspecify.annotations.NullMarked;
