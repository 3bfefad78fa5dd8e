package org.duijie.bench;

/** How much is measured: {@code SMALL} to see that it works, {@code FULL} for the figures that are told. */
public enum BenchmarkSize {
    SMALL,
    FULL
}
