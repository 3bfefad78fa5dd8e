package org.duijie.organization.organization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A stretch of the change feed.
 *
 * @param nextSince where the next stretch begins, also when this one is empty
 */
@Schema(
        name = "OrganizationFeed",
        description = "Changes of organizations, in an order in which none is passed by",
        requiredProperties = {"items", "nextSince"})
public record OrganizationFeedResponse(
        List<Item> items,

        @Schema(description = "Send it as since, now or later: nothing in between is missed", examples = "48213-7")
        String nextSince) {

    /** What happened to an organization. */
    @Schema(name = "OrganizationChangeKind", examples = "VERIFIED")
    public enum Kind {
        REGISTERED,
        AMENDED,
        VERIFIED,
        SUSPENDED,
        REINSTATED,
        STANDING_CHANGED,
        PROMISES_COUNTED,
        DEREGISTERED
    }

    @Schema(
            name = "OrganizationFeedItem",
            requiredProperties = {"position", "organizationId", "kind", "version", "at", "organization"})
    public record Item(
            @Schema(description = "Its place in the feed; works as since", examples = "48213-7")
            String position,

            UUID organizationId,
            Kind kind,

            @Schema(description = "The version that it made", examples = "2")
            long version,

            Instant at,

            @Schema(description = "The organization as it is now, which may be of a later version")
            OrganizationResponse organization) {}
}
