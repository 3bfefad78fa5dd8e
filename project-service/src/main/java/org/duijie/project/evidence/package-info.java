/**
 * Files that show that something happened: checked by what they are, kept without what they tell of who made them.
 *
 * <p>Read {@link org.duijie.project.evidence.CleanFile} first.
 */
@NullMarked
package org.duijie.project.evidence;

import org.jspecify.annotations.NullMarked;
