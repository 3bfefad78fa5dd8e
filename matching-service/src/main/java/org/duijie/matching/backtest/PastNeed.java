package org.duijie.matching.backtest;

import java.time.Instant;
import org.duijie.matching.replica.NeedFact;
import org.jspecify.annotations.Nullable;

/**
 * A version of a need while it was public.
 *
 * @param from when it became the one in force
 * @param until when it ceased to be; absent while it is
 */
record PastNeed(NeedFact need, Instant from, @Nullable Instant until) {

    /** The same, when it has ceased to be: no sooner than it began, whatever clocks say. */
    PastNeed endedAt(Instant at) {
        return new PastNeed(need, from, at.isBefore(from) ? from : at);
    }
}
