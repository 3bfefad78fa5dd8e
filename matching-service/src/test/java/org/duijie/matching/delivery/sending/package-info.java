@NullMarked
package org.duijie.matching.delivery.sending;

import org.jspecify.annotations.NullMarked;
