package org.duijie.chassis.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most {@code limit} of them, never null
 * @param nextCursor where the next page begins; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts a page from rows that were read with {@link PageRequest#fetchSize()}: the one row too many tells that there
     * is a next page without counting.
     *
     * @param keyOf the key that the rows are ordered by, unique
     */
    public static <R, T> Page<T> of(
            List<R> rows, PageRequest request, Function<? super R, ?> keyOf, Function<? super R, T> mapper) {
        boolean more = rows.size() > request.limit();
        List<R> shown = more ? rows.subList(0, request.limit()) : rows;
        String next = more ? request.cursorAfter(String.valueOf(keyOf.apply(shown.getLast()))) : null;
        return new Page<>(shown.stream().<T>map(mapper).toList(), next);
    }
}
