package org.duijie.chassis.database;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.function.IntUnaryOperator;

/** Work on many rows, a few in each transaction, so that nobody waits long for any of them. */
public final class Batches {

    private static final int SIZE = 200;

    private Batches() {}

    /**
     * Repeats a batch, each time in a transaction of its own, until one was not full.
     *
     * @param batch takes in hand as many rows as it is told, and returns how many there were; where it passes over rows
     *     that are locked, several instances may do the same work at once
     */
    public static void untilNoneIsLeft(IntUnaryOperator batch) {
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> batch.applyAsInt(SIZE));
        } while (done == SIZE);
    }
}
