@NullMarked
package org.duijie.bench.line;

import org.jspecify.annotations.NullMarked;
