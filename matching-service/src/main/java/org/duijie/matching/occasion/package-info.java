/** What happened that may change matches: a log in one order, and the shards in which instances work through it. */
@NullMarked
package org.duijie.matching.occasion;

import org.jspecify.annotations.NullMarked;
