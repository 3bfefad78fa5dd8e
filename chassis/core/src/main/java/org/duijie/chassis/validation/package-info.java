/** How what comes in is validated. */
@NullMarked
package org.duijie.chassis.validation;

import org.jspecify.annotations.NullMarked;
