package org.duijie.matching.replica;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The carrying-out of one agreement, as far as those who watch it are told. No fact that matches rest on.
 *
 * @param organization credit code of who carries it out
 * @param valueFen of all items, as agreed; the sums behind it are by the county's book
 * @param standing how far both sides agree on the sums: {@code VERIFIED}, {@code UNCONFIRMED}, {@code DISPUTED}
 */
public record ProjectState(
        UUID id,
        long version,
        String status,
        String title,
        String organization,
        String organizationName,
        String divisionCode,
        String divisionName,
        long valueFen,
        long pledgedFen,
        long receivedFen,
        long disbursedFen,
        long returnedFen,
        String standing,
        List<Milestone> milestones,
        @Nullable String terminationReason,
        @Nullable String leftoverPurpose,
        @Nullable LocalDate finalDisclosureOn) {

    /** Something to be reached by a day. */
    public record Milestone(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable LocalDate reachedOn) {}

    public ProjectState {
        milestones = List.copyOf(milestones);
    }

    /** How many milestones have been reached. */
    public int reached() {
        return (int) milestones.stream()
                .filter(milestone -> milestone.reachedOn() != null)
                .count();
    }
}
