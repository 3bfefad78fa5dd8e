/** What another version of the policy would change, seen before it takes force. */
@NullMarked
package org.duijie.matching.rehearsal;

import org.jspecify.annotations.NullMarked;
