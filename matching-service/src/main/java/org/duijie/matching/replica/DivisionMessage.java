package org.duijie.matching.replica;

import org.jspecify.annotations.Nullable;

/** {@code org.duijie.division.*}. */
record DivisionMessage(
        String code,
        String name,
        @Nullable String keyCounty,
        @Nullable String deepPoverty,
        boolean yanshanTaihang) implements StateMessage {

    /** A division's state does not tell its version; the event does. */
    @Override
    public DivisionFact fact(long sequence) {
        return new DivisionFact(DivisionFact.id(code), sequence, code, name, keyCounty, deepPoverty, yanshanTaihang);
    }
}
