@NullMarked
package org.duijie.matching.likeness;

import org.jspecify.annotations.NullMarked;
