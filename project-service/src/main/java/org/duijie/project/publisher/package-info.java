/**
 * Who publishes needs under names of its own, how far it is trusted, and how much it may hand in a day.
 *
 * <p>Read {@link org.duijie.project.publisher.Trust} first.
 */
@NullMarked
package org.duijie.project.publisher;

import org.jspecify.annotations.NullMarked;
