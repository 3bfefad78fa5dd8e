/** How well texts are ranked, beside words alone and beside no text at all. */
@NullMarked
package org.duijie.bench.likeness;

import org.jspecify.annotations.NullMarked;
