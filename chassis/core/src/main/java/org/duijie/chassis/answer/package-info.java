/** Answers that look the same in every service. */
@NullMarked
package org.duijie.chassis.answer;

import org.jspecify.annotations.NullMarked;
