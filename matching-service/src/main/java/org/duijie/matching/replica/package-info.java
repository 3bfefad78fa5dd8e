/** What other services own and matching reads: divisions, needs, organizations and offers, kept by version. */
@NullMarked
package org.duijie.matching.replica;

import org.jspecify.annotations.NullMarked;
