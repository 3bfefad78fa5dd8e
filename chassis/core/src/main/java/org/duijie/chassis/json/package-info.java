/** The strict JSON dialect of the suite. */
@NullMarked
package org.duijie.chassis.json;

import org.jspecify.annotations.NullMarked;
