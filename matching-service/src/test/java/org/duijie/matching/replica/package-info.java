@NullMarked
package org.duijie.matching.replica;

import org.jspecify.annotations.NullMarked;
