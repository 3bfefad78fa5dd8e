package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;

/** Something that a subscription is to be told; it gets its number when it is written. */
record Announcement(
        UUID subscription,
        MatchEventType type,
        Instant at,
        MatchedNeed need,
        MatchedOffer offer,
        int ppm,
        ReasonCode code,
        Text reason,
        List<Difference> changes,
        Cause cause) {}
