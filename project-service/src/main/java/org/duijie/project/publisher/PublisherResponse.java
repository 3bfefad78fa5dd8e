package org.duijie.project.publisher;

import java.time.Instant;
import org.duijie.chassis.precondition.Versioned;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A publisher as itself and the offices concerned see it. */
@Schema(
        name = "Publisher",
        description = "Who hands needs in under names of its own",
        requiredProperties = {"id", "version", "trust", "dailyQuota", "usedToday"})
public record PublisherResponse(
        @Schema(description = "Code of the county, or client id of the platform", examples = "130722")
        String id,

        @Schema(description = "0 until an office decided about it", examples = "1")
        long version,

        Trust trust,

        @Schema(description = "How many needs it may make or change a day", examples = "10000")
        int dailyQuota,

        @Schema(description = "How many it made or changed today (Asia/Shanghai)", examples = "42")
        int usedToday,

        @Schema(description = "Why it is trusted that far", examples = "2026 年所报需求经抽查全部属实") @Nullable
        String reason,

        @Nullable Instant decidedAt)
        implements Versioned {

    static PublisherResponse of(Publisher publisher, int usedToday) {
        return new PublisherResponse(
                publisher.id(),
                publisher.version(),
                publisher.trust(),
                publisher.dailyQuota(),
                usedToday,
                publisher.reason().orElse(null),
                publisher.decidedAt().orElse(null));
    }
}
