package org.duijie.matching.replica;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.division.*}. */
record DivisionMessage(
        String code,
        String name,
        long version,
        @Nullable String keyCounty,
        @Nullable String deepPoverty,
        boolean yanshanTaihang)
        implements StateMessage {

    @Override
    public DivisionFact fact() {
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        return new DivisionFact(id, version, code, name, keyCounty, deepPoverty, yanshanTaihang);
    }
}
