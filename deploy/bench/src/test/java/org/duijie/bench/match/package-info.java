@NullMarked
package org.duijie.bench.match;

import org.jspecify.annotations.NullMarked;
