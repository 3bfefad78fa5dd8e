/** Journeys over HTTP through the gateway of the built suite, with real parts that are killed on the way. */
@NullMarked
package org.duijie.journeys;

import org.jspecify.annotations.NullMarked;
