@NullMarked
package org.duijie.matching.exposure;

import org.jspecify.annotations.NullMarked;
