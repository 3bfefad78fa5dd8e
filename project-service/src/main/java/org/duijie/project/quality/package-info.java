/**
 * Whether a need says what it must, asks fair prices and is not asked twice.
 *
 * <p>Read {@link org.duijie.project.quality.NeedRules} first: every hint comes from a row of a reference list or is
 * explained there.
 */
@NullMarked
package org.duijie.project.quality;

import org.jspecify.annotations.NullMarked;
