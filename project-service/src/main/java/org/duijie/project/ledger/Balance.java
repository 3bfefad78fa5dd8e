package org.duijie.project.ledger;

import java.util.EnumMap;
import java.util.Map;

/**
 * What one book says of one item from one source, kind by kind.
 *
 * @param sums what stands of each kind; a kind that is left out has nothing
 */
record Balance(Map<EntryKind, Amount> sums) {

    static final Balance NOTHING = new Balance(Map.of());

    Amount of(EntryKind kind) {
        return sums.getOrDefault(kind, Amount.NONE);
    }

    Balance plus(Entry entry) {
        Map<EntryKind, Amount> after = new EnumMap<>(EntryKind.class);
        after.putAll(sums);
        Amount before = of(entry.kind());
        after.put(entry.kind(), entry.reversal() ? before.minus(entry.amount()) : before.plus(entry.amount()));
        return new Balance(after);
    }

    /** What is pledged and has not arrived. */
    Amount owed() {
        return of(EntryKind.PLEDGE).minus(of(EntryKind.RECEIPT));
    }

    /** What has arrived and is neither spent nor given back. */
    Amount held() {
        Amount arrived = of(EntryKind.RECEIPT).plus(of(EntryKind.EXCESS));
        return arrived.minus(of(EntryKind.DISBURSEMENT)).minus(of(EntryKind.RETURN));
    }
}
