@NullMarked
package org.duijie.matching.explanation;

import org.jspecify.annotations.NullMarked;
