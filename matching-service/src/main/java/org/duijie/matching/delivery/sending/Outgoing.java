package org.duijie.matching.delivery.sending;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is sent.
 *
 * @param id {@code webhook-id}: the same however often it is sent, and never that of another body
 * @param subscription whose stream it belongs to, if any
 * @param number of the event, where it is one
 */
record Outgoing(
        String id,
        Kind kind,
        @Nullable UUID subscription,
        @Nullable Long number,
        String body) {}
