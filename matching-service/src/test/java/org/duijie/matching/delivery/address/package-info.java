@NullMarked
package org.duijie.matching.delivery.address;

import org.jspecify.annotations.NullMarked;
