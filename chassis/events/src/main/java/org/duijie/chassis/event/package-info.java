/** Facts leave a service through its outbox and enter another through its inbox, exactly once in effect. */
@NullMarked
package org.duijie.chassis.event;

import org.jspecify.annotations.NullMarked;
