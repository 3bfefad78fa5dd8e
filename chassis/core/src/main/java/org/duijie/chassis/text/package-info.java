/** Sentences that people read, in every language the suite speaks. */
@NullMarked
package org.duijie.chassis.text;

import org.jspecify.annotations.NullMarked;
