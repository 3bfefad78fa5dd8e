/** Matching at the scale of the country: the index beside a database, a search engine and scans, on the same data. */
@NullMarked
package org.duijie.bench.match;

import org.jspecify.annotations.NullMarked;
