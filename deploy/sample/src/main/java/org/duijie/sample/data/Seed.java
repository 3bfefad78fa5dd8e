package org.duijie.sample.data;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives every entity its own source of chance, made from its kind and number alone: entity {@code i} is the same
 * whatever the size of the run and in whatever order the entities are made.
 */
enum Seed {
    ORGANIZATION(1),
    STANDING(2),
    OFFER(3),
    NEED(4),
    CIRCULAR(5);

    private static final long SAMPLE = 20180818L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long kind;

    Seed(long kind) {
        this.kind = kind;
    }

    SplittableRandom of(long number) {
        return new SplittableRandom((SAMPLE + kind) * GOLDEN_GAMMA ^ (number + 1) * 0xD1342543DE82EF95L);
    }

    static <T> T pick(SplittableRandom chance, List<T> choices) {
        return choices.get(chance.nextInt(choices.size()));
    }
}
