package org.duijie.matching.match.index;

import java.time.LocalDate;

/** Days as numbers of 32 bits, counted from 1970-01-01; days millions of years away are the last or the first of them. */
final class Days {

    private Days() {}

    static int of(LocalDate day) {
        return Math.clamp(day.toEpochDay(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Two days in one number. */
    static long pack(LocalDate one, LocalDate other) {
        return ((long) of(one) << 32) | (of(other) & 0xFFFFFFFFL);
    }

    static int first(long packed) {
        return (int) (packed >> 32);
    }

    static int second(long packed) {
        return (int) packed;
    }
}
