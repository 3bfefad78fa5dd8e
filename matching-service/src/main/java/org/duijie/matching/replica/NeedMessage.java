package org.duijie.matching.replica;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code org.duijie.need.*}. Of its items matching knows what is still asked for.
 *
 * @param committed how much of each item agreements have taken on; absent where nothing is
 */
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
        @Nullable List<String> committed,
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
        List<Integer> open = openPlaces();
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
                open.stream().map(this::stillAsked).toList(),
                open.size() == items.size() ? null : open,
                splittable,
                periodStart,
                periodEnd,
                deadline,
                StateMessage.orEmpty(admittedLevels),
                StateMessage.orEmpty(admittedTypes),
                StateMessage.orEmpty(excludedOrganizations),
                beneficiaryOrganization);
    }

    /** The places of the items of which something is still asked for; of a need that has all, all of them. */
    private List<Integer> openPlaces() {
        List<Integer> all = IntStream.range(0, items.size()).boxed().toList();
        List<Integer> open = all.stream()
                .filter(place -> items.get(place).less(taken(place)).signum() > 0)
                .toList();
        return open.isEmpty() ? all : open;
    }

    private ItemFact stillAsked(int place) {
        ItemMessage item = items.get(place);
        BigDecimal rest = item.less(taken(place));
        return rest.signum() > 0 ? item.fact(rest) : item.fact();
    }

    private BigDecimal taken(int place) {
        return committed == null || place >= committed.size() ? BigDecimal.ZERO : new BigDecimal(committed.get(place));
    }
}
