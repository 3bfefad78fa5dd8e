package org.duijie.matching.replica;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.need.*}. */
record NeedMessage(
        UUID id,
        long version,
        String status,
        @Nullable Instant publishedAt,
        String divisionCode,
        @Nullable String divisionName,
        String title,
        @Nullable String summary,
        String field,
        String category,
        String mode,
        List<ItemMessage> items,
        boolean splittable,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate deadline,
        @Nullable List<String> admittedLevels,
        @Nullable List<String> admittedTypes,
        @Nullable List<String> excludedOrganizations,
        @Nullable String beneficiaryOrganization)
        implements StateMessage {

    @Override
    public NeedFact fact(long sequence) {
        return new NeedFact(
                id,
                version,
                status,
                publishedAt != null,
                divisionCode,
                title,
                Wording.of(title, summary, items, divisionName == null ? "" : divisionName),
                field,
                category,
                mode,
                items.stream().map(ItemMessage::fact).toList(),
                splittable,
                periodStart,
                periodEnd,
                deadline,
                StateMessage.orEmpty(admittedLevels),
                StateMessage.orEmpty(admittedTypes),
                StateMessage.orEmpty(excludedOrganizations),
                beneficiaryOrganization);
    }
}
