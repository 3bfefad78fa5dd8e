package org.duijie.matching.subscription;

import java.util.List;
import java.util.UUID;
import org.duijie.matching.filter.Filter;

/**
 * What a subscription wants to be told of: matches of the organization's own offers, narrowed down. The lists are a short
 * form of the most usual filters; all that is said here holds at once.
 *
 * @param organization credit code
 * @param fields empty wants all
 * @param divisions GB/T 2260 codes, each with all below it; empty wants all
 * @param modes empty wants all
 * @param categories empty wants all
 * @param minimumPpm the least score, in parts per million
 * @param expression what else is asked for; {@link Filter#ALL} wants all
 */
public record Wish(
        UUID id,
        String organization,
        List<String> fields,
        List<String> divisions,
        List<String> modes,
        List<String> categories,
        int minimumPpm,
        Filter expression)
        implements Asked {

    /** By the short form alone. */
    public Wish(
            UUID id,
            String organization,
            List<String> fields,
            List<String> divisions,
            List<String> modes,
            List<String> categories,
            int minimumPpm) {
        this(id, organization, fields, divisions, modes, categories, minimumPpm, Filter.ALL);
    }

    /** All of it. */
    Filter filter() {
        return Filter.of(fields, divisions, modes, categories, minimumPpm).and(expression);
    }
}
