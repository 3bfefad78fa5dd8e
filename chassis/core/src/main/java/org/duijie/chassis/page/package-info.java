/** Bounded lists, paged by an opaque cursor. */
@NullMarked
package org.duijie.chassis.page;

import org.jspecify.annotations.NullMarked;
