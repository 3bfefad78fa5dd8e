/** What this service knows of organizations: whether one may take part, and to whom it is tied. */
@NullMarked
package org.duijie.project.eligibility;

import org.jspecify.annotations.NullMarked;
