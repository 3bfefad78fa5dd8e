/**
 * Needs as their publishers keep them: under names of their own, handed in whole as often as one likes, one by one or
 * in bulk. What is handed in again unchanged changes nothing.
 *
 * <p>Read {@link org.duijie.project.publishing.PublishingService} first.
 */
@NullMarked
package org.duijie.project.publishing;

import org.jspecify.annotations.NullMarked;
