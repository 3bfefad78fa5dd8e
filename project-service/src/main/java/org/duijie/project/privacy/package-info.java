/** Keeps what could name a beneficiary out of the suite. */
@NullMarked
package org.duijie.project.privacy;

import org.jspecify.annotations.NullMarked;
