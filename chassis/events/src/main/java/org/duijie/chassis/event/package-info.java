@NullMarked
package org.duijie.chassis.event;

import org.jspecify.annotations.NullMarked;
