package org.duijie.matching.replica;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code org.duijie.division.*}. */
record DivisionMessage(
        String code,
        String name,
        @Nullable String keyCounty,
        @Nullable String deepPoverty,
        boolean yanshanTaihang) implements StateMessage {

    /** The list of divisions counts no versions that it tells; the later statement holds. */
    @Override
    public DivisionFact fact(Instant statedAt) {
        UUID id = UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
        return new DivisionFact(id, statedAt.toEpochMilli(), code, name, keyCounty, deepPoverty, yanshanTaihang);
    }
}
