/**
 * What was reached, with numbers and evidence.
 *
 * <p>Read {@link org.duijie.project.progress.ProgressReport} first.
 */
@NullMarked
package org.duijie.project.progress;

import org.jspecify.annotations.NullMarked;
