/** What offers hold and promise for proposals: one reservation for each, made, committed or released as they go. */
@NullMarked
package org.duijie.organization.reservation;

import org.jspecify.annotations.NullMarked;
