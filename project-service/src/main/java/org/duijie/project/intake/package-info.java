/**
 * Takes needs by the file: stored first, then taken line by line by a worker, and told for each line.
 *
 * <p>Read {@link org.duijie.project.intake.ImportWorker} first. The rules of a line are those of a single need under its
 * publisher's reference; nothing here decides anything about a need.
 */
@NullMarked
package org.duijie.project.intake;

import org.jspecify.annotations.NullMarked;
