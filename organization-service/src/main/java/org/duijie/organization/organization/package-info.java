/** Social organizations: who they are by their credit code, where they stand, and on which day they are eligible. */
@NullMarked
package org.duijie.organization.organization;

import org.jspecify.annotations.NullMarked;
