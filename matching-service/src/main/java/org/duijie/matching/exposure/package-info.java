/** How attention is shared: which counties' needs stand among the ten best of whose offers, measured and shown. */
@NullMarked
package org.duijie.matching.exposure;

import org.jspecify.annotations.NullMarked;
