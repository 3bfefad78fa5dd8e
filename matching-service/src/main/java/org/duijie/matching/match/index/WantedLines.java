package org.duijie.matching.match.index;

import java.util.List;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;

/** The items of a need as bare numbers. */
final class WantedLines {

    /** Nobody divides a code so often. */
    private static final int DEEPEST = 200;

    final int count;
    final long[] weights;
    final long[] quantities;
    final long[] values;
    final int[] depths;

    /** In fen. */
    final long value;

    WantedLines(NeedFact need) {
        List<ItemFact> items = need.items();
        count = items.size();
        weights = new long[count];
        quantities = new long[count];
        values = new long[count];
        depths = new int[count];
        value = need.valueFen();
        for (int i = 0; i < count; i++) {
            ItemFact item = items.get(i);
            values[i] = item.valueFen();
            weights[i] = value > 0 ? item.valueFen() : Ppm.ONE;
            quantities[i] = item.quantityThousandths();
            depths[i] = item.depth();
        }
    }

    /** Can sums of them be relied on? Money beyond all that there is would not fit. */
    static boolean countable(NeedFact need) {
        return need.items().size() <= Long.SIZE
                && need.items().stream()
                        .allMatch(item -> item.valueFen() <= Long.MAX_VALUE / Long.SIZE && item.depth() < DEEPEST);
    }

    /** No more than this can count as covered: values have a bound, numbers of lines have none. */
    long most(long largest) {
        return value > 0 ? largest : Long.MAX_VALUE;
    }
}
