/** Streams on a topic of the broker, for partners inside the trust boundary: granted by operators, a place in each stream. */
@NullMarked
package org.duijie.matching.delivery.topic;

import org.jspecify.annotations.NullMarked;
