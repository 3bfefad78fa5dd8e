package org.duijie.matching.subscription;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duijie.matching.backtest.Criterion;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.NeedFact;

/**
 * What a subscription wants to be told of: matches of the organization's own offers, narrowed down.
 *
 * @param organization credit code
 * @param fields empty wants all
 * @param divisions GB/T 2260 codes, each with all below it; empty wants all
 * @param modes empty wants all
 * @param categories empty wants all
 * @param minimumPpm the least score, in parts per million
 */
record Wish(
        UUID id,
        String organization,
        List<String> fields,
        List<String> divisions,
        List<String> modes,
        List<String> categories,
        int minimumPpm) {

    /** What of a need is not asked for, as a back-test tells it; empty where the need is wanted. */
    List<Criterion> unwanted(NeedFact need) {
        List<Criterion> unwanted = new ArrayList<>();
        if (!admits(fields, need.field())) {
            unwanted.add(Criterion.FIELD_NOT_WANTED);
        }
        if (!admits(modes, need.mode())) {
            unwanted.add(Criterion.MODE_NOT_WANTED);
        }
        if (!admits(categories, need.category())) {
            unwanted.add(Criterion.CATEGORY_NOT_WANTED);
        }
        if (!divisions.isEmpty()
                && divisions.stream().noneMatch(code -> DivisionCode.covers(code, need.divisionCode()))) {
            unwanted.add(Criterion.DIVISION_NOT_WANTED);
        }
        return unwanted;
    }

    private static boolean admits(List<String> wanted, String value) {
        return wanted.isEmpty() || wanted.contains(value);
    }
}
