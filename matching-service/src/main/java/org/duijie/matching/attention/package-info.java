/** How much attention each county has had, against its share of what is needed. */
@NullMarked
package org.duijie.matching.attention;

import org.jspecify.annotations.NullMarked;
