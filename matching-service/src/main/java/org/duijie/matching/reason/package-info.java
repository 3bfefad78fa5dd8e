/** What changed from what to what, member by member and in two languages. */
@NullMarked
package org.duijie.matching.reason;

import org.jspecify.annotations.NullMarked;
