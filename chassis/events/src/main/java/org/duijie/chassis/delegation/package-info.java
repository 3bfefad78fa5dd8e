/** For whom platforms may act, kept in memory by every instance from what the topic of delegations says. */
@NullMarked
package org.duijie.chassis.delegation;

import org.jspecify.annotations.NullMarked;
