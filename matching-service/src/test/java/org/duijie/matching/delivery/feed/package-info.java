@NullMarked
package org.duijie.matching.delivery.feed;

import org.jspecify.annotations.NullMarked;
