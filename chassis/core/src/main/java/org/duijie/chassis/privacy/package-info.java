/** Keeps what belongs to a person out of free text. */
@NullMarked
package org.duijie.chassis.privacy;

import org.jspecify.annotations.NullMarked;
