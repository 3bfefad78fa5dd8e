package org.duijie.matching.match;

import java.util.Comparator;
import java.util.List;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;

/** What a need and an offer have in common, and how much of the need it makes up. */
final class Common {

    private Common() {}

    /** The value, in fen, of the need's items that the offer has something for, whatever the quantity. */
    static long valueFen(Pair pair) {
        return pair.need().items().stream()
                .filter(wanted -> pair.offer().items().stream().anyMatch(item -> item.serves(wanted)))
                .mapToLong(ItemFact::valueFen)
                .sum();
    }

    /**
     * The share of the need that the offer covers, by value: each of the need's items in turn takes what it lacks from
     * the offer's items that serve it, the narrowest first, and nothing is given twice. No more than the largest
     * commitment is given. Where the need states no values, its items count alike.
     */
    static int coverage(Pair pair) {
        List<ItemFact> stock = pair.offer().items().stream()
                .sorted(Comparator.comparingInt(ItemFact::depth).reversed())
                .toList();
        long[] left = stock.stream().mapToLong(ItemFact::quantityThousandths).toArray();
        long whole = whole(pair.need());
        long covered = 0;
        for (ItemFact wanted : pair.need().items()) {
            long lacking = wanted.quantityThousandths();
            for (int i = 0; i < left.length; i++) {
                long taken = stock.get(i).serves(wanted) ? Math.min(lacking, left[i]) : 0;
                lacking -= taken;
                left[i] -= taken;
            }
            long given = wanted.quantityThousandths() - lacking;
            covered += Ppm.scale(weight(pair.need(), wanted), given, wanted.quantityThousandths());
        }
        Long largest = pair.offer().largestCommitmentFen();
        boolean byValue = pair.need().valueFen() > 0;
        return Ppm.of(byValue && largest != null ? Math.min(covered, largest) : covered, whole);
    }

    private static long whole(NeedFact need) {
        return need.items().stream().mapToLong(item -> weight(need, item)).sum();
    }

    private static long weight(NeedFact need, ItemFact item) {
        return need.valueFen() > 0 ? item.valueFen() : Ppm.ONE;
    }

    /** How narrowly the offer's resources name what is wanted: 1 for the same code, less for each segment it is wider. */
    static int closeness(Pair pair) {
        long whole = 0;
        long close = 0;
        for (ItemFact wanted : pair.need().items()) {
            int depth = pair.offer().items().stream()
                    .filter(item -> item.serves(wanted))
                    .mapToInt(ItemFact::depth)
                    .max()
                    .orElse(0);
            if (depth > 0) {
                whole += weight(pair.need(), wanted);
                close += Ppm.scale(weight(pair.need(), wanted), depth, wanted.depth());
            }
        }
        return whole == 0 ? 0 : Ppm.of(close, whole);
    }
}
