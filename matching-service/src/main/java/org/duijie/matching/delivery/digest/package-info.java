/** Streams by mail: at once, daily or weekly, in order, and nothing left out. */
@NullMarked
package org.duijie.matching.delivery.digest;

import org.jspecify.annotations.NullMarked;
