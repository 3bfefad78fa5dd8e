package org.duijie.bench.match;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The figures of even and of skewed data, told as one. */
final class Kinds {

    private static final Set<String> SUMS = Set.of("mismatches", "needs", "hits", "hitsMillion");

    private Kinds() {}

    /** Of both kinds of data: differences and hits of both, the smaller ratio, and the larger of anything else. */
    static Object worse(String figure, List<Map<String, Object>> kinds) {
        BigDecimal even = new BigDecimal(String.valueOf(kinds.getFirst().get(figure)));
        BigDecimal skewed = new BigDecimal(String.valueOf(kinds.getLast().get(figure)));
        if (SUMS.contains(figure)) {
            return even.add(skewed);
        }
        return figure.toLowerCase(Locale.ROOT).startsWith("ratio") ? even.min(skewed) : even.max(skewed);
    }
}
