package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A county's need.
 *
 * @param status as the project service states it; only {@code PUBLISHED} can be matched
 * @param everPublished was it public at any time
 * @param text what it says it is about, to be read for its meaning; the title where that is all that was kept
 * @param items what is still asked for of each; what agreements have taken on is not asked for any more
 * @param places where each of these items stands among all of the need, from 0; absent where nothing is taken on whole
 * @param admittedLevels empty admits all
 * @param admittedTypes empty admits all
 * @param excludedOrganizations credit codes
 * @param beneficiaryOrganization the credit code of the organization that the help would go through, if any
 */
public record NeedFact(
        UUID id,
        long version,
        String status,
        boolean everPublished,
        String divisionCode,
        String title,
        String text,
        String field,
        String category,
        String mode,
        List<ItemFact> items,
        @Nullable List<Integer> places,
        boolean splittable,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate deadline,
        List<String> admittedLevels,
        List<String> admittedTypes,
        List<String> excludedOrganizations,
        @Nullable String beneficiaryOrganization)
        implements Fact {

    private static final String SUBMITTED = "SUBMITTED";
    private static final String PUBLISHED = "PUBLISHED";
    private static final String WITHDRAWN = "WITHDRAWN";

    public NeedFact {
        Fact.requireAll(id, status, divisionCode, title, field, category, mode, periodStart, periodEnd, deadline);
        text = Objects.requireNonNullElse(text, title);
        items = List.copyOf(items);
        places = places == null ? null : List.copyOf(places);
        admittedLevels = List.copyOf(admittedLevels);
        admittedTypes = List.copyOf(admittedTypes);
        excludedOrganizations = List.copyOf(excludedOrganizations);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("A need asks for something");
        }
        if (places != null && places.size() != items.size()) {
            throw new IllegalArgumentException("Each item has its place");
        }
    }

    public boolean open() {
        return status.equals(PUBLISHED);
    }

    /** May everybody see it? The project service hides what was never public and what was withdrawn. */
    public boolean disclosed() {
        return everPublished && !status.equals(WITHDRAWN);
    }

    /** Has it left its author's hands? As long as it has not, the author changes it at will. */
    public boolean handedIn() {
        return everPublished || status.equals(SUBMITTED);
    }

    /** What is still asked for of the item that stands in this place of the need. */
    public Optional<ItemFact> item(int place) {
        int index = places == null ? place : places.indexOf(place);
        return index < 0 || index >= items.size() ? Optional.empty() : Optional.of(items.get(index));
    }

    /** The value still asked for, in fen. */
    public long valueFen() {
        return items.stream().mapToLong(ItemFact::valueFen).sum();
    }
}
