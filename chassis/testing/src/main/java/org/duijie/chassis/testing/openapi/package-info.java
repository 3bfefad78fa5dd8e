/** A service's contract as test material: its operations, the calls that work, and the wire they go over. */
@NullMarked
package org.duijie.chassis.testing.openapi;

import org.jspecify.annotations.NullMarked;
