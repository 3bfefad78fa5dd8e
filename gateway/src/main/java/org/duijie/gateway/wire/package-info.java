/** What happens to bytes before they are a request: whatever cannot be read as one is refused by name, and in time. */
@NullMarked
package org.duijie.gateway.wire;

import org.jspecify.annotations.NullMarked;
