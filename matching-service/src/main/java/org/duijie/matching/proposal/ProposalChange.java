package org.duijie.matching.proposal;

import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a proposal, as its history keeps it. Each version has exactly one.
 *
 * @param by absent where the clock or another service brought it about
 * @param reason what was said about it
 * @param terms present where they are new
 */
record ProposalChange(
        Kind kind,
        Instant at,
        @Nullable Actor by,
        @Nullable String reason,
        @Nullable ProposalTerms terms) {

    @Schema(name = "ProposalChangeKind", examples = "COUNTERED")
    public enum Kind {
        PROPOSED,
        /** The side that was to answer proposes other terms. */
        COUNTERED,
        ACCEPTED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        /** The side that is to answer was reminded. */
        REMINDED,
        /** The office above the silent side was told. */
        ESCALATED,
        /** The offer holds the capacity. */
        RESERVED,
        /** A service that had not answered was asked again. */
        ASKED_AGAIN,
        AGREED,
        /** The offer or the need could not. */
        REFUSED;

        /** Does it answer what the other side proposed? */
        boolean answers() {
            return this == COUNTERED || this == ACCEPTED || this == DECLINED;
        }

        /** Does it end the waiting for an answer? */
        boolean endsWaiting() {
            return answers() || this == WITHDRAWN || this == EXPIRED;
        }

        String verb() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
