@NullMarked
package org.duijie.chassis;

import org.jspecify.annotations.NullMarked;
