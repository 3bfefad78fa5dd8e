package org.duijie.matching.delivery.sending;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a claimed channel.
 *
 * @param position the last number dealt with now
 * @param attempt how often the event behind it has failed
 * @param delay until that is due again; absent where nothing speaks against at once, if there is anything
 * @param setAside the event that no longer holds up those behind it, if there is one: it was the last attempt's
 * @param slow the lane from now on
 * @param attempts in order
 */
record ChannelOutcome(
        ClaimedChannel channel,
        long position,
        int attempt,
        @Nullable Duration delay,
        @Nullable Long setAside,
        boolean slow,
        List<Attempt> attempts) {}
