package org.duijie.matching.proposal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of a proposal's history as both sides see it. */
@Schema(
        name = "ProposalChange",
        description = "What happened to a proposal, by whom and when",
        requiredProperties = {"version", "kind", "at"})
public record ProposalChangeResponse(
        @Schema(description = "The version that it made", examples = "2")
        long version,

        ProposalChange.Kind kind,
        Instant at,

        @Schema(description = "The side that did it; absent where the clock or another service did") @Nullable
        Side side,

        @Schema(description = "Token subject of whoever did it", examples = "bureau-zhangbei") @Nullable
        String by,

        @Schema(description = "Code of the county or organization that a platform acted for", examples = "130722")
        @Nullable
        String onBehalfOf,

        @Schema(description = "Id of the delegation by which it did") @Nullable
        UUID delegation,

        @Schema(examples = "先行配备六所小学") @Nullable String reason,

        @Schema(description = "Present where the terms are new") @Nullable
        Terms terms) {

    /** Terms as they were made. */
    @Schema(
            name = "ProposedTerms",
            requiredProperties = {"items", "periodStart", "periodEnd", "milestones", "pledges"})
    public record Terms(
            List<ProposalResponse.Item> items,
            LocalDate periodStart,
            LocalDate periodEnd,
            @Nullable String conditions,
            List<ProposalResponse.Milestone> milestones,
            List<ProposalResponse.Pledge> pledges) {}

    static ProposalChangeResponse of(ProposalHistory.Entry entry) {
        ProposalChange change = entry.change();
        Actor by = change.by();
        ProposalTerms terms = change.terms();
        return new ProposalChangeResponse(
                entry.version(),
                change.kind(),
                change.at(),
                by == null ? null : by.side(),
                by == null ? null : by.id(),
                by == null ? null : by.onBehalfOf(),
                by == null ? null : by.delegation(),
                change.reason(),
                terms == null
                        ? null
                        : new Terms(
                                ProposalResponse.items(terms),
                                terms.periodStart(),
                                terms.periodEnd(),
                                terms.conditions(),
                                ProposalResponse.milestones(terms),
                                ProposalResponse.pledges(terms)));
    }
}
