/** Whether the suite works, part by part, and in which version. */
@NullMarked
package org.duijie.gateway.health;

import org.jspecify.annotations.NullMarked;
