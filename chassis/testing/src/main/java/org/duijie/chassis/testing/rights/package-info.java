/** The rights matrix: what the contract declares of every role, tried on the running service. */
@NullMarked
package org.duijie.chassis.testing.rights;

import org.jspecify.annotations.NullMarked;
