package org.duijie.matching.replica;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state that an event carries, as much of it as matching uses. */
sealed interface StateMessage permits DivisionMessage, NeedMessage, OrganizationMessage, OfferMessage {

    /**
     * The state in our own terms.
     *
     * @param sequence the version that the event tells
     * @throws RuntimeException if a member that matching needs is missing or out of range
     */
    Fact fact(long sequence);

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }
}
