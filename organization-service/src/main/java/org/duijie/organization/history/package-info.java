/** What happened to offers and organizations, and who did it for whom. */
@NullMarked
package org.duijie.organization.history;

import org.jspecify.annotations.NullMarked;
