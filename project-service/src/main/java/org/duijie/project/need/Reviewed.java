package org.duijie.project.need;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The last review of a need.
 *
 * @param reviewedAt absent before the first, as is who did it
 * @param reviewedBy token subject of the reviewer; of a standing review, of whoever put that trust into the publisher
 * @param reviewReasons why it was returned, or remarks
 * @param standingReview was it published because its publisher is trusted?
 */
@Embeddable
record Reviewed(
        @Nullable Instant reviewedAt,
        @Nullable String reviewedBy,
        @JdbcTypeCode(SqlTypes.JSON) List<String> reviewReasons,
        boolean standingReview) {

    static final Reviewed NEVER = new Reviewed(null, null, List.of(), false);
}
