package org.duijie.matching.replica;

import java.math.BigDecimal;

/**
 * One line of a need or an offer.
 *
 * @param resourceCode dotted, from the kind downwards: {@code GOODS.BOOKS}
 * @param quantityThousandths the quantity in thousandths of the unit
 * @param valueFen the value of the whole line in fen
 */
public record ItemFact(String resourceCode, String unit, long quantityThousandths, long valueFen) {

    private static final int THOUSANDTHS = 3;

    public ItemFact {
        Fact.requireAll(resourceCode, unit);
        if (quantityThousandths <= 0 || valueFen < 0) {
            throw new IllegalArgumentException("A quantity is above zero and a value not below");
        }
    }

    /**
     * A line with the quantity as the API writes it.
     *
     * @param quantity in units, at most three decimals
     * @throws ArithmeticException if it has more, or is too large
     */
    public static ItemFact of(String resourceCode, String unit, BigDecimal quantity, long valueFen) {
        return new ItemFact(
                resourceCode, unit, quantity.movePointRight(THOUSANDTHS).longValueExact(), valueFen);
    }

    /**
     * Can this line of an offer serve that line of a need? It can where both are counted in the same unit and the
     * offer's resource is the same or a wider one; the first segment of a code is its kind, so the kind agrees too.
     */
    public boolean serves(ItemFact wanted) {
        return unit.equals(wanted.unit)
                && (resourceCode.equals(wanted.resourceCode) || wanted.resourceCode.startsWith(resourceCode + "."));
    }

    /** How many segments the resource code has: the more, the narrower. */
    public int depth() {
        return 1 + (int) resourceCode.chars().filter(c -> c == '.').count();
    }
}
