package org.duijie.matching.match;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * How near a pair comes to a match: told for very many pairs, without a word of why. Two broken rules are enough to pass a
 * pair over, and most pairs break two of those that cost nothing to judge, so these are judged first.
 *
 * @param broken how many rules, as far as it matters: 2 stands for all that is more
 * @param first the broken rule where there is one; one of them where there are more
 */
public record Verdict(int broken, @Nullable Rule first) {

    private static final Verdict MATCH = new Verdict(0, null);

    private static final List<Rule> QUICKEST_FIRST = Arrays.stream(Rule.values())
            .sorted(Comparator.comparing(rule -> switch (rule) {
                case FIELD_NOT_SERVED, MODE_NOT_SERVED, COUNTY_NOT_SERVED -> 0;
                case ORGANIZATION_NOT_ELIGIBLE, NO_COMMON_ITEM -> 2;
                case BELOW_SMALLEST_COMMITMENT, BEYOND_LARGEST_COMMITMENT -> 3;
                default -> 1;
            }))
            .toList();

    /** No rule rests on what is known of the county; only the words do. */
    public static Verdict of(NeedFact need, OfferFact offer, @Nullable OrganizationFact organization, Basis basis) {
        return of(new Pair(need, offer, null, organization, basis));
    }

    static Verdict of(Pair pair) {
        Rule first = null;
        for (Rule rule : QUICKEST_FIRST) {
            if (rule.brokenBy(pair)) {
                if (first != null) {
                    return new Verdict(2, first);
                }
                first = rule;
            }
        }
        return first == null ? MATCH : new Verdict(1, first);
    }
}
