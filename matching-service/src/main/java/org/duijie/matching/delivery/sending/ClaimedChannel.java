package org.duijie.matching.delivery.sending;

import java.time.Duration;
import java.util.UUID;

/**
 * An endpoint's place in a stream that this instance may send on from until the lease ends.
 *
 * @param claim which claim it is: an outcome counts only while this is the present one
 * @param position the last number dealt with
 * @param attempt how often the next event has failed
 * @param failingFor for how long it has
 * @param slow whether it goes by the lane of those that fail or take their time
 */
record ClaimedChannel(
        Target target,
        Lease lease,
        UUID subscription,
        long claim,
        long position,
        int attempt,
        Duration failingFor,
        boolean slow) {}
