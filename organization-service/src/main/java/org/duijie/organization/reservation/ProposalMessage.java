package org.duijie.organization.reservation;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.chassis.event.PoisonEventException;
import org.duijie.chassis.money.Money;
import org.duijie.organization.offer.Share;
import org.duijie.organization.offer.Wanted;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.proposal.*}, as much of it as a reservation needs. */
record ProposalMessage(
        UUID id,
        long version,
        Status status,
        @Nullable String stage,
        UUID needId,
        String divisionCode,
        UUID offerId,
        Organization organization,
        boolean byInvitation,
        List<Item> items) {

    enum Status {
        PROPOSED,
        ACCEPTED,
        AGREED,
        DECLINED,
        WITHDRAWN,
        EXPIRED,
        REFUSED
    }

    record Organization(String creditCode) {}

    /** @param item place among the need's items, from 0 */
    record Item(int item, String resourceCode, String unit, String quantity, Money value) {}

    private static final String AWAITING_RESERVATION = "AWAITING_RESERVATION";

    /** Does matching wait for this service's answer? */
    boolean awaitsReservation() {
        return status == Status.ACCEPTED && AWAITING_RESERVATION.equals(stage);
    }

    /**
     * The items with what is held of each.
     *
     * @param shares of each item in turn; none at all where nothing is held
     */
    List<ReservedItem> holding(List<List<Share>> shares) {
        List<Wanted> wanted = wanted();
        return IntStream.range(0, wanted.size())
                .mapToObj(i -> ReservedItem.of(
                        items.get(i).item(), wanted.get(i), shares.isEmpty() ? List.of() : shares.get(i)))
                .toList();
    }

    /** @throws PoisonEventException if a member is missing or out of range */
    List<Wanted> wanted() {
        try {
            return items.stream()
                    .map(item -> new Wanted(
                            item.resourceCode(),
                            item.unit(),
                            new BigDecimal(item.quantity()),
                            item.value().fen()))
                    .toList();
        } catch (NullPointerException | ArithmeticException | IllegalArgumentException unusable) {
            throw new PoisonEventException("A proposal's item cannot be read: " + unusable.getMessage());
        }
    }
}
