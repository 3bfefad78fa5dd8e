/**
 * The carrying-out of one agreement by one organization in one county, from the agreement to the end.
 *
 * <p>Read {@link org.duijie.project.project.Project} first: its verbs are the life cycle.
 */
@NullMarked
package org.duijie.project.project;

import org.jspecify.annotations.NullMarked;
