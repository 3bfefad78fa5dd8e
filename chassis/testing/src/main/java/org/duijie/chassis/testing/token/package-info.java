/** Tokens that nobody was given, tried on the running service. */
@NullMarked
package org.duijie.chassis.testing.token;

import org.jspecify.annotations.NullMarked;
