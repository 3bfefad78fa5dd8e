package org.duijie.bench.match;

/** How much memory is in use after everything that is not has been collected. */
final class Heap {

    private static final int TIMES = 3;

    private Heap() {}

    static long used() {
        for (int i = 0; i < TIMES; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
