@NullMarked
package org.duijie.matching.testing;

import org.jspecify.annotations.NullMarked;
