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
        return valueFen(pair.need(), pair.offer().items());
    }

    static long valueFen(NeedFact need, List<ItemFact> offered) {
        long value = 0;
        for (ItemFact wanted : need.items()) {
            value += serves(offered, wanted) ? wanted.valueFen() : 0;
        }
        return value;
    }

    /** Plain loops here: near misses of one side ask this of very many pairs. */
    static boolean serves(List<ItemFact> offered, ItemFact wanted) {
        for (ItemFact item : offered) {
            if (item.serves(wanted)) {
                return true;
            }
        }
        return false;
    }

    static boolean any(Pair pair) {
        for (ItemFact wanted : pair.need().items()) {
            if (serves(pair.offer().items(), wanted)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The share of the need that the offer covers, by value: each of the need's items in turn takes what it lacks from
     * the offer's items that serve it, the narrowest first, and nothing is given twice. No more than the largest
     * commitment is given. Where the need states no values, its items count alike.
     */
    static int coverage(Pair pair) {
        List<ItemFact> wanted = pair.need().items();
        List<ItemFact> stock = pair.offer().items().stream()
                .sorted(Comparator.comparingInt(ItemFact::depth).reversed())
                .toList();
        boolean[] serves = new boolean[stock.size() * wanted.size()];
        for (int i = 0; i < serves.length; i++) {
            serves[i] = stock.get(i / wanted.size()).serves(wanted.get(i % wanted.size()));
        }
        Long largest = pair.offer().largestCommitmentFen();
        boolean byValue = pair.need().valueFen() > 0;
        return Cover.coverage(
                wanted.size(),
                weights(pair.need()),
                quantities(wanted),
                stock.size(),
                quantities(stock),
                serves,
                byValue && largest != null ? largest : Long.MAX_VALUE);
    }

    /** What each item of the need counts: its value or, where the need states no values, all alike. */
    private static long[] weights(NeedFact need) {
        boolean byValue = need.valueFen() > 0;
        return need.items().stream()
                .mapToLong(item -> byValue ? item.valueFen() : Ppm.ONE)
                .toArray();
    }

    private static long[] quantities(List<ItemFact> items) {
        return items.stream().mapToLong(ItemFact::quantityThousandths).toArray();
    }

    /** How narrowly the offer's resources name what is wanted. */
    static int closeness(Pair pair) {
        List<ItemFact> wanted = pair.need().items();
        return Cover.closeness(
                wanted.size(),
                weights(pair.need()),
                wanted.stream().mapToInt(ItemFact::depth).toArray(),
                wanted.stream().mapToInt(item -> served(pair, item)).toArray());
    }

    private static int served(Pair pair, ItemFact wanted) {
        return pair.offer().items().stream()
                .filter(item -> item.serves(wanted))
                .mapToInt(ItemFact::depth)
                .max()
                .orElse(0);
    }
}
