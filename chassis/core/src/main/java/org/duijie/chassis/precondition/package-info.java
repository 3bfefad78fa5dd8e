/** Conditional requests (RFC 9110 §13): nobody overwrites, or decides about, a version that they have not read. */
@NullMarked
package org.duijie.chassis.precondition;

import org.jspecify.annotations.NullMarked;
