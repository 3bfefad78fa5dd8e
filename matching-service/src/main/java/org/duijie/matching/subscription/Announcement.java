package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.MatchedNeed;
import org.duijie.matching.match.MatchedOffer;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.replica.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Something that a subscription is to be told; it gets its number when it is written. It is about a pair with its score,
 * or about an organization, or about a project.
 *
 * @param once by which it is known: a subscription is told no second thing under it; absent where nothing is kept of that
 */
record Announcement(
        UUID subscription,
        MatchEventType type,
        Instant at,
        @Nullable MatchedNeed need,
        @Nullable MatchedOffer offer,
        @Nullable Integer ppm,
        @Nullable WatchedOrganization organization,
        @Nullable WatchedProject project,
        ReasonCode code,
        Text reason,
        List<Difference> changes,
        Cause cause,
        @Nullable String once) {

    static Announcement of(Watch watch, WatchedOrganization organization, Occasion occasion, Instant at) {
        return watched(
                watch,
                MatchEventType.ORGANIZATION_CHANGED,
                at,
                organization,
                null,
                occasion,
                organization.creditCode());
    }

    static Announcement of(Watch watch, WatchedProject project, Occasion occasion, Instant at) {
        return watched(
                watch,
                MatchEventType.PROJECT_CHANGED,
                at,
                null,
                project,
                occasion,
                project.id().toString());
    }

    private static Announcement watched(
            Watch watch,
            MatchEventType type,
            Instant at,
            @Nullable WatchedOrganization organization,
            @Nullable WatchedProject project,
            Occasion occasion,
            String name) {
        UUID event = occasion.cause().eventId();
        return new Announcement(
                watch.id(),
                type,
                at,
                null,
                null,
                null,
                organization,
                project,
                occasion.code(),
                Text.of(occasion.sentence().zh() + "。", occasion.sentence().en() + "."),
                occasion.changes(),
                occasion.cause(),
                name + "/" + (event == null ? occasion.code() + "/" + occasion.subject() : event));
    }
}
