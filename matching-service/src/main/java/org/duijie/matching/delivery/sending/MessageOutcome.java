package org.duijie.matching.delivery.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a claimed message.
 *
 * @param attempt what was tried; absent where nothing was
 * @param delay until it is due again; absent once it is over, be it delivered or given up
 */
record MessageOutcome(
        ClaimedMessage message,
        @Nullable Attempt attempt,
        @Nullable Duration delay) {}
