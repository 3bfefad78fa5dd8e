@NullMarked
package org.duijie.matching;

import org.jspecify.annotations.NullMarked;
