@NullMarked
package org.duijie.matching.delivery.topic;

import org.jspecify.annotations.NullMarked;
