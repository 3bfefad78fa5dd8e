package org.duijie.project.ledger;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duijie.project.project.Totals;

/** Everything that happened in a project, as each side stands by it: a ledger as it is read. */
record Movements(List<Movement> all) {

    /** What somebody stands by. */
    Stream<Movement> known() {
        return all.stream().filter(Movement::known);
    }

    /** What one book says of all movements of a kind. */
    Amount sum(Book book, Predicate<Movement> these, EntryKind kind) {
        return all.stream()
                .filter(movement -> movement.kind() == kind && these.test(movement))
                .flatMap(movement -> movement.by(book).stream())
                .reduce(Amount.NONE, Amount::plus);
    }

    /** What the project's totals must be. */
    Totals totals() {
        return all.stream().map(Movement::adds).reduce(Totals.NONE, Totals::plus);
    }
}
