@NullMarked
package org.duijie.matching.match;

import org.jspecify.annotations.NullMarked;
