package org.duijie.project.project;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duijie.project.need.Commitments;
import org.duijie.project.need.NeedTerms.Item.Kind;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What both sides agreed on.
 *
 * @param items in the order of the need's items, of which they may be some
 * @param periodStart first day of the help, {@code periodEnd} its last
 * @param conditions anything else, in words
 */
@Embeddable
public record ProjectTerms(
        @JdbcTypeCode(SqlTypes.JSON) List<Item> items,
        @JdbcTypeCode(SqlTypes.JSON) List<Milestone> milestones,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable String conditions) {

    /**
     * One line of what is given.
     *
     * @param item its place among the need's items, from 0: by it the ledger knows it
     * @param quantity in {@code unit}
     * @param valueFen value of the whole line
     */
    public record Item(
            int item,
            Kind kind,
            String resourceCode,
            String description,
            BigDecimal quantity,
            String unit,
            long valueFen) {

        /** Is it money, of which the ledger keeps fen and no quantity? */
        public boolean funds() {
            return kind == Kind.FUNDS;
        }
    }

    /**
     * Something that is to be reached by a day.
     *
     * @param number from 1
     * @param paymentFen what is paid when it is reached, if anything is tied to it
     * @param reachedOn when it was
     */
    public record Milestone(
            int number,
            String title,
            LocalDate dueOn,
            @Nullable Long paymentFen,
            @Nullable LocalDate reachedOn) {

        Milestone reached(LocalDate day) {
            return new Milestone(number, title, dueOn, paymentFen, day);
        }

        public boolean overdue(LocalDate today) {
            return reachedOn == null && dueOn.isBefore(today);
        }
    }

    public long valueFen() {
        return items.stream().mapToLong(Item::valueFen).sum();
    }

    /** Thousandths of each item's unit, by the item's place in the need. */
    public Map<Integer, Long> quantities() {
        return items.stream().collect(Collectors.toMap(Item::item, item -> Commitments.thousandths(item.quantity())));
    }
}
