package org.duijie.project.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duijie.project.ledger.Ledger.Told;
import org.duijie.project.project.Project;

/**
 * One promise of an agreement: one line of its schedule.
 *
 * @param number from 1; with the project it makes the transfer's name
 * @param item place among the need's items
 * @param source credit code of the donor
 * @param fen of money, or what goods are worth
 * @param quantity thousandths of the item's unit; 0 for money
 * @param dueOn the day by which it is to arrive
 */
public record Pledge(int number, int item, String source, long fen, long quantity, LocalDate dueOn) {

    Told told(Project project) {
        byte[] name = (project.id() + "/pledge/" + number).getBytes(StandardCharsets.UTF_8);
        return new Told(
                Book.DONOR,
                EntryKind.PLEDGE,
                item,
                source,
                UUID.nameUUIDFromBytes(name),
                new Amount(fen, quantity),
                project.agreedOn(),
                dueOn,
                null,
                List.of(),
                null);
    }
}
