/** Time and identifiers, injected so that tests can state them. */
@NullMarked
package org.duijie.chassis.time;

import org.jspecify.annotations.NullMarked;
