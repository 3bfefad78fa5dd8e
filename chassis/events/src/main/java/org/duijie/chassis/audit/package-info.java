/** Who did what, when, on whose behalf, from which state to which; and what was refused to whom. */
@NullMarked
package org.duijie.chassis.audit;

import org.jspecify.annotations.NullMarked;
