@NullMarked
package org.duijie.matching.delivery;

import org.jspecify.annotations.NullMarked;
