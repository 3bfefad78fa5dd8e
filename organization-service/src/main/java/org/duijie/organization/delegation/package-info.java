/** Delegations: by whom, for what and until when a partner platform may act. Every service hears of them. */
@NullMarked
package org.duijie.organization.delegation;

import org.jspecify.annotations.NullMarked;
