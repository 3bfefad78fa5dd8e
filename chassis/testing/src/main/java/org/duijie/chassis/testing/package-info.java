@NullMarked
package org.duijie.chassis.testing;

import org.jspecify.annotations.NullMarked;
