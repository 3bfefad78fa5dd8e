package org.duijie.matching.attention;

import java.util.OptionalInt;

/** Whether counties got their share of attention so far. Safe to ask from any thread; never changes. */
public interface Attention {

    /** Nothing has been measured: the factor is absent for every pair. */
    Attention NONE = new Attention() {
        @Override
        public int edition() {
            return 0;
        }

        @Override
        public OptionalInt lackPpm(String divisionCode) {
            return OptionalInt.empty();
        }
    };

    /** Counts up with every measurement. */
    int edition();

    /**
     * How much less than its share the county got, in parts per million: 0 for its share or more, one million for
     * nothing at all; absent where nothing was measured.
     */
    OptionalInt lackPpm(String divisionCode);
}
