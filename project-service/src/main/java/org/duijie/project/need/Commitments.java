package org.duijie.project.need;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duijie.project.need.NeedTerms.Item;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * How much of each item agreements have taken on: never more than is asked for, and never less than nothing. The database
 * holds every row to the same.
 *
 * @param committed thousandths of each item's unit, in the order of the items; empty for nothing at all
 */
@Embeddable
public record Commitments(@JdbcTypeCode(SqlTypes.JSON) List<Long> committed) {

    static final Commitments NONE = new Commitments(List.of());

    private static final int DECIMALS = 3;

    /** The quantity of an item in thousandths of its unit, exactly. */
    public static long thousandths(BigDecimal quantity) {
        return quantity.movePointRight(DECIMALS).longValueExact();
    }

    public static BigDecimal quantity(long thousandths) {
        return BigDecimal.valueOf(thousandths, DECIMALS);
    }

    long of(int item) {
        return item < committed.size() ? committed.get(item) : 0;
    }

    /** @param part thousandths by the place of the item; negative to release */
    Commitments plus(Map<Integer, Long> part, List<Item> items) {
        List<Long> sums = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            sums.add(Math.addExact(of(i), part.getOrDefault(i, 0L)));
        }
        return new Commitments(List.copyOf(sums));
    }

    /** Is everything taken on that is asked for? */
    boolean complete(List<Item> items) {
        return places(items).allMatch(i -> of(i) == thousandths(items.get(i).quantity()));
    }

    /** Does what is taken on lie within what is asked for? */
    boolean within(List<Item> items) {
        return committed.size() <= items.size()
                && places(items)
                        .allMatch(i ->
                                of(i) >= 0 && of(i) <= thousandths(items.get(i).quantity()));
    }

    /** May these items stand in the place of those? What is taken on stays the same thing, and as much of it. */
    boolean allow(List<Item> before, List<Item> after) {
        for (int i = 0; i < committed.size(); i++) {
            if (of(i) > 0 && (i >= after.size() || !sameThing(before.get(i), after.get(i)))) {
                return false;
            }
        }
        return committed.stream().allMatch(amount -> amount == 0) || within(after);
    }

    private static boolean sameThing(Item one, Item other) {
        return one.resourceCode().equals(other.resourceCode()) && one.unit().equals(other.unit());
    }

    private static java.util.stream.Stream<Integer> places(List<Item> items) {
        return java.util.stream.IntStream.range(0, items.size()).boxed();
    }
}
