/** Brings the sample into a running suite, over HTTP as its accounts would, as often as one likes. */
@NullMarked
package org.duijie.sample.load;

import org.jspecify.annotations.NullMarked;
