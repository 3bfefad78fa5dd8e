package org.duijie.project.need;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a need, as its history keeps it. Each version of a need has exactly one.
 *
 * @param by absent where it followed from something else: the clock, an agreement
 * @param fields what it changed in the terms, or would change if a proposal
 * @param toldPublic did the public see anything of it: did the need appear, change or vanish?
 */
public record NeedChange(
        Kind kind,
        Instant at,
        @Nullable String reason,
        @Nullable Actor by,
        List<FieldChange> fields,
        boolean toldPublic) {

    @Schema(name = "NeedChangeKind", examples = "AMENDED")
    public enum Kind {
        DRAFTED,
        REVISED,
        SUBMITTED,
        RETURNED,
        PUBLISHED,
        AMENDED,
        /** An amendment that raises what is asked for waits for a review; what was published stays as it is. */
        AMENDMENT_PROPOSED,
        /** The reviewing office did not agree. */
        AMENDMENT_REFUSED,
        /** Its author no longer wants it. */
        AMENDMENT_RETRACTED,
        WITHDRAWN,
        REOPENED,
        EXPIRED,
        /** An agreement took part of it on. */
        COMMITTED,
        /** Agreements have taken all of it on. */
        FULFILLED,
        /** An agreement ended, and what it took on is open again. */
        RELEASED;

        String verb() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Does it concern a proposal only, of which the public learns nothing before it is decided? */
        boolean ofProposal() {
            return this == AMENDMENT_PROPOSED || this == AMENDMENT_REFUSED || this == AMENDMENT_RETRACTED;
        }
    }
}
