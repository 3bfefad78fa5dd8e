@NullMarked
package org.duijie.sample.load;

import org.jspecify.annotations.NullMarked;
