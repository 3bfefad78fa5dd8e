/** Input that means no good, or that nobody thought of, tried on the running service. */
@NullMarked
package org.duijie.chassis.testing.hostile;

import org.jspecify.annotations.NullMarked;
