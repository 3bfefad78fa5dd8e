/** How long the line takes: from the answer to the publishing request to the event in the subscriber's stream. */
@NullMarked
package org.duijie.bench.line;

import org.jspecify.annotations.NullMarked;
