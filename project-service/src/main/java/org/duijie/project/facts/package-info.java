/** Reads what other services tell, through one channel, so that an event is taken once by whom it concerns. */
@NullMarked
package org.duijie.project.facts;

import org.jspecify.annotations.NullMarked;
