package org.duijie.project.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.duijie.chassis.money.Money;
import org.duijie.project.need.Commitments;
import org.duijie.project.need.NeedTerms.Level;
import org.duijie.project.need.NeedTerms.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * {@code org.duijie.proposal.*}: what this service needs of a proposal's state.
 *
 * @param status words other than those below are passed over
 * @param stage what an accepted proposal waits for: {@code RESERVED} where the organization's capacity is held and the need
 *     is asked
 * @param milestones none where nothing is to be reached by a day but the end
 * @param pledges the schedule of what is to arrive; none where all of it is due at the end
 */
record ProposalMessage(
        UUID id,
        long version,
        String status,
        @Nullable String stage,
        UUID needId,
        UUID offerId,
        Organization organization,
        List<Item> items,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String conditions,
        @Nullable List<Milestone> milestones,
        @Nullable List<Instalment> pledges) {

    /** Who would carry it out, as it is registered now. */
    record Organization(
            UUID id, String creditCode, String name, Level level, OrganizationType type, String registrarDivision) {

        Organization {
            Stream.of(id, creditCode, name, level, type, registrarDivision).forEach(Objects::requireNonNull);
        }
    }

    /**
     * @param item place among the need's items, from 0
     * @param quantity decimal string, in the item's unit
     */
    record Item(int item, String quantity, Money value) {

        Item {
            Stream.of(quantity, value).forEach(Objects::requireNonNull);
            Commitments.thousandths(new BigDecimal(quantity));
        }

        BigDecimal amount() {
            return new BigDecimal(quantity);
        }
    }

    record Milestone(
            String title, LocalDate dueOn, @Nullable Money payment) {

        Milestone {
            Stream.of(title, dueOn).forEach(Objects::requireNonNull);
        }
    }

    /** @param source credit code of the donor; absent where it is the organization itself */
    record Instalment(
            int item, @Nullable String source, @Nullable String quantity, Money value, LocalDate dueOn) {

        Instalment {
            Stream.of(value, dueOn).forEach(Objects::requireNonNull);
            Commitments.thousandths(quantity == null ? BigDecimal.ZERO : new BigDecimal(quantity));
        }

        BigDecimal amount() {
            return quantity == null ? BigDecimal.ZERO : new BigDecimal(quantity);
        }
    }

    /** @throws RuntimeException where something that every proposal has is missing: such an event is a dead letter */
    ProposalMessage {
        Stream.of(id, status, needId, offerId, organization, items, periodStart, periodEnd)
                .forEach(Objects::requireNonNull);
        for (Instalment one : pledges == null ? List.<Instalment>of() : pledges) {
            if (items.stream().noneMatch(item -> item.item() == one.item())) {
                throw new IllegalArgumentException("A pledge of an item that is not proposed");
            }
        }
    }

    /** Does matching wait for the need's answer? */
    boolean reserved() {
        return status.equals("ACCEPTED") && "RESERVED".equals(stage);
    }

    /** Is it an intention that statistics count? */
    boolean intended() {
        return status.equals("PROPOSED") || status.equals("ACCEPTED");
    }

    long valueFen() {
        return items.stream().mapToLong(item -> item.value().fen()).sum();
    }
}
