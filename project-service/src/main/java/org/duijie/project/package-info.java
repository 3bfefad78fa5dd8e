/** What counties need: the divisions they are, the needs they publish, and everything that follows in a county. */
@NullMarked
package org.duijie.project;

import org.jspecify.annotations.NullMarked;
