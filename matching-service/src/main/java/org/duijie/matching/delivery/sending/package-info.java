/** Sends the streams to the webhook endpoints: signed, in order, at least once, and none in the way of another. */
@NullMarked
package org.duijie.matching.delivery.sending;

import org.jspecify.annotations.NullMarked;
