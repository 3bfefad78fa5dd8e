package org.duijie.project.feed;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.duijie.project.need.NeedChange;
import org.duijie.project.need.NeedResponse;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the change feed.
 *
 * @param nextSince where the next stretch begins, also when this one is empty
 */
@Schema(
        name = "NeedFeed",
        description = "Changes of needs, in an order in which none is passed by",
        requiredProperties = {"items", "nextSince"})
public record FeedResponse(
        @Schema(maxItems = 1000) List<Item> items,

        @Schema(description = "Send it as since, now or later: nothing in between is missed", examples = "48213-7")
        String nextSince) {

    @Schema(
            name = "NeedFeedItem",
            requiredProperties = {"position", "needId", "kind", "version", "at"})
    public record Item(
            @Schema(description = "Its place in the feed; works as since", examples = "48213-7")
            String position,

            UUID needId,
            NeedChange.Kind kind,

            @Schema(description = "The version that it made", examples = "4")
            long version,

            Instant at,

            @Schema(
                    description = "The need as it is now, which may be of a later version; absent if you may no longer "
                            + "see it: take it out of your copy then")
            @Nullable
            NeedResponse need) {}
}
