@NullMarked
package org.duijie.bench.likeness;

import org.jspecify.annotations.NullMarked;
