package org.duijie.bench;

import java.io.PrintWriter;

/** Measures one thing of the suite beside a peer or a limit, both in the same run. */
public interface Benchmark {
    /** The word by which it is run. */
    String name();

    /** One sentence that says what is measured and beside what. */
    String about();

    /**
     * Runs from nothing to the result, and leaves nothing running.
     *
     * @param progress for what goes on meanwhile
     */
    BenchmarkResult run(BenchmarkSize size, PrintWriter progress);
}
