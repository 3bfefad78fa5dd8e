package org.duijie.matching.proposal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one side proposes to the other.
 *
 * @param items what is given, each for one item of the need
 * @param periodStart first day of the carrying-out, {@code periodEnd} the last
 * @param milestones what is to be reached by when, in that order; none where only the end counts
 * @param pledges what is to arrive by when; none where all of it is due at the end
 */
record ProposalTerms(
        List<Item> items,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String conditions,
        List<Milestone> milestones,
        List<Pledge> pledges) {

    /**
     * @param item place among the need's items, from 0
     * @param resourceCode as the need names it
     * @param quantityThousandths in thousandths of the unit
     * @param valueFen of the whole, in fen
     */
    record Item(int item, String resourceCode, String unit, long quantityThousandths, long valueFen) {}

    /** @param paymentFen what is paid when it is reached, in fen; absent where nothing is tied to it */
    record Milestone(
            String title, LocalDate dueOn, @Nullable Long paymentFen) {}

    /**
     * @param item place of an item of these terms among the need's items
     * @param quantityThousandths absent for funds
     */
    record Pledge(int item, @Nullable Long quantityThousandths, long valueFen, LocalDate dueOn) {}

    long valueFen() {
        return items.stream().mapToLong(Item::valueFen).sum();
    }
}
