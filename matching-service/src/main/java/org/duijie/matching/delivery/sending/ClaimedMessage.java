package org.duijie.matching.delivery.sending;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message outside the order of its stream that this instance may send until the lease ends.
 *
 * @param attempt how often it has failed
 */
record ClaimedMessage(
        UUID id,
        Target target,
        Lease lease,
        long claim,
        Kind kind,
        @Nullable UUID subscription,
        @Nullable Long number,
        @Nullable LocalDate day,
        @Nullable UUID notice,
        int attempt) {}
