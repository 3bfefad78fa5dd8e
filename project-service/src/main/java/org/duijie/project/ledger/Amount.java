package org.duijie.project.ledger;

/**
 * How much of one item.
 *
 * @param fen of money, or what goods are worth
 * @param quantity thousandths of the item's unit; 0 for money
 */
record Amount(long fen, long quantity) {

    static final Amount NONE = new Amount(0, 0);

    Amount plus(Amount other) {
        return new Amount(Math.addExact(fen, other.fen), Math.addExact(quantity, other.quantity));
    }

    Amount minus(Amount other) {
        return plus(new Amount(Math.negateExact(other.fen), Math.negateExact(other.quantity)));
    }

    boolean negative() {
        return fen < 0 || quantity < 0;
    }

    boolean nothing() {
        return fen == 0 && quantity == 0;
    }
}
