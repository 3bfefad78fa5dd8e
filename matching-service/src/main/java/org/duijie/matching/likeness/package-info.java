/** How alike the texts of a need and an offer are. */
@NullMarked
package org.duijie.matching.likeness;

import org.jspecify.annotations.NullMarked;
