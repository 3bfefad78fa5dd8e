@NullMarked
package org.duijie.matching.delivery.digest;

import org.jspecify.annotations.NullMarked;
