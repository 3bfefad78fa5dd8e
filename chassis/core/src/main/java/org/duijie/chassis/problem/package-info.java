/** Refusals as RFC 9457 problem details: one shape on the wire, one name for each cause. */
@NullMarked
package org.duijie.chassis.problem;

import org.jspecify.annotations.NullMarked;
