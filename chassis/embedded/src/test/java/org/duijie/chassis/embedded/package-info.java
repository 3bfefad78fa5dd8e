@NullMarked
package org.duijie.chassis.embedded;

import org.jspecify.annotations.NullMarked;
