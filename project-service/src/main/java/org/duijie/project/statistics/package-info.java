/**
 * Counts and amounts by every cut, as of any instant.
 *
 * <p>Read {@link org.duijie.project.statistics.Fact} first, then {@link org.duijie.project.statistics.FactBook}.
 */
@NullMarked
package org.duijie.project.statistics;

import org.jspecify.annotations.NullMarked;
