/** The pages that problem types point at. */
@NullMarked
package org.duijie.gateway.problem;

import org.jspecify.annotations.NullMarked;
