/** How fast a file of needs is taken, beside PostgreSQL's COPY of the rows that it leaves. */
@NullMarked
package org.duijie.bench.intake;

import org.jspecify.annotations.NullMarked;
