/**
 * What a county asks for, from draft to publication and expiry.
 *
 * <p>Read {@link org.duijie.project.need.Need} first: its verbs are the life cycle.
 */
@NullMarked
package org.duijie.project.need;

import org.jspecify.annotations.NullMarked;
