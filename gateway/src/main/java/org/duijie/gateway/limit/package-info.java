/** How much one client may ask of the suite, so that there is enough left for all others. */
@NullMarked
package org.duijie.gateway.limit;

import org.jspecify.annotations.NullMarked;
