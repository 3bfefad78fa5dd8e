/** How fast streams are sent to many webhook endpoints, some of them bad. */
@NullMarked
package org.duijie.bench.webhook;

import org.jspecify.annotations.NullMarked;
