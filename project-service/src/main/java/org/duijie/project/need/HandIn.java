package org.duijie.project.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When, and on what trust, something is handed in.
 *
 * @param standingReviewer token subject of whoever decided that this publisher's needs count as reviewed; mostly absent
 */
public record HandIn(@Nullable String standingReviewer, LocalDate today, Instant now) {

    /** Trust does not stretch to what its giver had a hand in. */
    boolean reviewedFor(List<String> authors) {
        return standingReviewer != null && !authors.contains(standingReviewer);
    }
}
