package org.duijie.matching.attention;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Attention as it was measured.
 *
 * @param lacks by division code, in parts per million
 */
public record MeasuredAttention(int edition, Map<String, Integer> lacks) implements Attention {

    public MeasuredAttention {
        lacks = Map.copyOf(lacks);
    }

    @Override
    public OptionalInt lackPpm(String divisionCode) {
        Integer lack = lacks.get(divisionCode);
        return lack == null ? OptionalInt.empty() : OptionalInt.of(lack);
    }
}
