/** Money as the wire has it. */
@NullMarked
package org.duijie.chassis.money;

import org.jspecify.annotations.NullMarked;
