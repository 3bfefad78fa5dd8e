/**
 * The index of matches: exact answers of a full scan without the scan. {@code docs/decisions/0026} tells how it is built
 * and why.
 */
@NullMarked
package org.duijie.matching.match.index;

import org.jspecify.annotations.NullMarked;
