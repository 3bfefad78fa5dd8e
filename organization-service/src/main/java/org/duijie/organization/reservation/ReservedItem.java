package org.duijie.organization.reservation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.duijie.organization.offer.Share;
import org.duijie.organization.offer.Wanted;

/**
 * One thing that a proposal wants, and the lines of the offer that it is held on.
 *
 * @param item place among the need's items, from 0
 * @param quantity as proposed, in {@code unit}
 * @param valueFen as proposed, in fen
 * @param shares what is held or promised of it now; none where it was refused or given back
 */
record ReservedItem(
        int item, String resourceCode, String unit, BigDecimal quantity, long valueFen, List<Share> shares) {

    static ReservedItem of(int item, Wanted wanted, List<Share> shares) {
        return new ReservedItem(
                item, wanted.resourceCode(), wanted.unit(), wanted.quantity(), wanted.valueFen(), shares);
    }

    /** How much is held or promised now. */
    BigDecimal held() {
        return shares.stream().map(Share::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same with all of it given back. */
    ReservedItem givenBack() {
        return keeping(BigDecimal.ZERO);
    }

    /** The same with no more of it held than this. */
    ReservedItem keeping(BigDecimal most) {
        List<Share> kept = new ArrayList<>();
        BigDecimal room = most;
        for (Share share : shares) {
            BigDecimal stays = share.quantity().min(room);
            if (stays.signum() > 0) {
                kept.add(new Share(share.line(), stays));
                room = room.subtract(stays);
            }
        }
        return new ReservedItem(item, resourceCode, unit, quantity, valueFen, List.copyOf(kept));
    }

    /** What is held here and no longer in the other. */
    List<Share> beyond(ReservedItem other) {
        List<Share> given = new ArrayList<>();
        for (Share share : shares) {
            BigDecimal stays = other.shares.stream()
                    .filter(kept -> kept.line() == share.line())
                    .map(Share::quantity)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (share.quantity().compareTo(stays) > 0) {
                given.add(new Share(share.line(), share.quantity().subtract(stays)));
            }
        }
        return given;
    }
}
