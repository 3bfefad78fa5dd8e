package org.duijie.matching.pairing;

import java.util.List;

/** Another edition of the reference file was taken in; observed in the transaction that did it. */
public record PairingsChanged(List<Pairing> before, List<Pairing> after) {

    public PairingsChanged {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}
