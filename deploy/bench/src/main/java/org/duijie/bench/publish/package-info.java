/** What publishing costs beside PostgreSQL's own measure of what it can commit. */
@NullMarked
package org.duijie.bench.publish;

import org.jspecify.annotations.NullMarked;
