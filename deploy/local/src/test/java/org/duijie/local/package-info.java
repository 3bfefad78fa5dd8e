@NullMarked
package org.duijie.local;

import org.jspecify.annotations.NullMarked;
