/** The whole suite on one machine: started, watched and stopped as one. */
@NullMarked
package org.duijie.local;

import org.jspecify.annotations.NullMarked;
