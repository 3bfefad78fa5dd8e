package org.duijie.sample.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A need of a poor county.
 *
 * @param reference its mark in the sample, which its summary ends with
 * @param fate how far the loader brings it
 * @param takenUpBy the credit code of the synthetic organization that is meant to take it up, for the needs of the
 *     circular
 * @param draft what {@code POST /needs} takes
 */
public record SampleNeed(
        String reference, Fate fate, @Nullable String takenUpBy, Draft draft) {

    /** The state in which the loader leaves a need. */
    public enum Fate {
        DRAFT,
        SUBMITTED,
        RETURNED,
        PUBLISHED
    }

    /** The body of a new need. */
    public record Draft(
            String divisionCode,
            String title,
            String summary,
            Field field,
            Category category,
            Mode mode,
            List<Item> items,
            boolean splittable,
            Beneficiaries beneficiaries,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate deadline,
            List<Level> admittedLevels,
            List<OrganizationType> admittedTypes,
            List<String> excludedOrganizations,
            @Nullable String beneficiaryOrganization) {

        /** What all items are worth, in fen. */
        public long valueFen() {
            return items.stream().mapToLong(item -> item.value().fen()).sum();
        }
    }

    /** Whom it is for: counts, never persons. */
    public record Beneficiaries(int persons, int households) {}
}
