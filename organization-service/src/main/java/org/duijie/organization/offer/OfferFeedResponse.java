package org.duijie.organization.offer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the change feed.
 *
 * @param nextSince where the next stretch begins, also when this one is empty
 */
@Schema(
        name = "OfferFeed",
        description = "Changes of offers, in an order in which none is passed by",
        requiredProperties = {"items", "nextSince"})
public record OfferFeedResponse(
        List<Item> items,

        @Schema(description = "Send it as since, now or later: nothing in between is missed", examples = "48213-7")
        String nextSince) {

    /** What happened to an offer. */
    @Schema(name = "OfferChangeKind", examples = "AMENDED")
    public enum Kind {
        OPENED,
        AMENDED,
        CAPACITY_CHANGED,
        EXHAUSTED,
        REPLENISHED,
        WITHDRAWN,
        EXPIRED
    }

    @Schema(
            name = "OfferFeedItem",
            requiredProperties = {"position", "offerId", "kind", "version", "at"})
    public record Item(
            @Schema(description = "Its place in the feed; works as since", examples = "48213-7")
            String position,

            UUID offerId,
            Kind kind,

            @Schema(description = "The version that it made", examples = "2")
            long version,

            Instant at,

            @Schema(
                    description = "The offer as it is now, which may be of a later version; absent if you may no longer"
                            + " see it: take it out of your copy then")
            @Nullable
            OfferResponse offer) {}
}
