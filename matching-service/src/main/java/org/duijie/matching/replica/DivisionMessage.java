package org.duijie.matching.replica;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        return new DivisionFact(id, sequence, code, name, keyCounty, deepPoverty, yanshanTaihang);
    }
}
