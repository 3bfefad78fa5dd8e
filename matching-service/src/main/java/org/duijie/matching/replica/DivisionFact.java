package org.duijie.matching.replica;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A division and what makes it a priority.
 *
 * @param code GB/T 2260
 * @param keyCounty {@code NATIONAL}, {@code PROVINCIAL}, {@code AREA_ONLY}, or absent
 * @param deepPoverty {@code CONFIRMED}, {@code UNSOURCED}, or absent
 * @param yanshanTaihang lies in the contiguous area of that name
 */
public record DivisionFact(
        UUID id,
        long version,
        String code,
        String name,
        @Nullable String keyCounty,
        @Nullable String deepPoverty,
        boolean yanshanTaihang)
        implements Fact {

    public DivisionFact {
        Fact.requireAll(id, code, name);
    }

    /** The id of the division with this code. */
    public static UUID id(String code) {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }
}
