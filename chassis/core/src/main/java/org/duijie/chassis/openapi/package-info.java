/** Completes what the annotations say of the API, so that every operation is described to the same depth. */
@NullMarked
package org.duijie.chassis.openapi;

import org.jspecify.annotations.NullMarked;
