package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organization offers.
 *
 * @param status as the organization service states it; only {@code OPEN} can be matched
 * @param creditCode of the offering organization
 * @param text what it says it is about, to be read for its meaning; the title where that is all that was kept
 * @param items what is left of each; what is promised or held is not offered any more
 * @param smallestCommitmentFen it gives no less than this to one need; absent for no bound
 * @param largestCommitmentFen it gives no more than this to one need; absent for no bound
 * @param fields empty serves all
 * @param divisions GB/T 2260 codes, each with all below it; empty serves all
 * @param excludedDivisions the same, never served
 * @param modes empty serves all
 */
public record OfferFact(
        UUID id,
        long version,
        String status,
        UUID organizationId,
        String creditCode,
        String title,
        String text,
        List<ItemFact> items,
        @Nullable Long smallestCommitmentFen,
        @Nullable Long largestCommitmentFen,
        List<String> fields,
        List<String> divisions,
        List<String> excludedDivisions,
        List<String> modes,
        LocalDate validFrom,
        LocalDate validUntil)
        implements Fact {

    private static final String OPEN = "OPEN";

    public OfferFact {
        Fact.requireAll(id, status, organizationId, creditCode, title, validFrom, validUntil);
        text = Objects.requireNonNullElse(text, title);
        items = List.copyOf(items);
        fields = List.copyOf(fields);
        divisions = List.copyOf(divisions);
        excludedDivisions = List.copyOf(excludedDivisions);
        modes = List.copyOf(modes);
    }

    public boolean open() {
        return status.equals(OPEN);
    }
}
