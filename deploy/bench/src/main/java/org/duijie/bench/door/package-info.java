/** What the gateway adds to a request, beside a plain proxy to the same service. */
@NullMarked
package org.duijie.bench.door;

import org.jspecify.annotations.NullMarked;
