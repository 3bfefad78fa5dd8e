package org.duijie.matching.match.index;

import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.jspecify.annotations.Nullable;

/**
 * What the texts of an index say, by ordinal, so that a search need not look for it by the text. What is known of a text
 * never changes under the same model; what is not known is asked for each time. Many may ask at once.
 */
final class Texts {

    /** Asks for the text of one fact. */
    @FunctionalInterface
    interface Ask {
        @Nullable
        TextVector of(Likeness likeness, int ordinal);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Known(Likeness likeness, @Nullable TextVector[] vectors) {}

    private final Ask ask;
    private volatile Known known = new Known(Likeness.NONE, new TextVector[0]);

    Texts(Ask ask) {
        this.ask = ask;
    }

    /** @param size how many ordinals there are */
    @Nullable
    TextVector of(int ordinal, int size, Likeness likeness) {
        Known current = known;
        if (current.likeness != likeness || current.vectors.length < size) {
            current = new Known(likeness, new TextVector[size + size / 4]);
            known = current;
        }
        TextVector vector = current.vectors[ordinal];
        if (vector == null) {
            vector = ask.of(likeness, ordinal);
            current.vectors[ordinal] = vector;
        }
        return vector;
    }

    /** The fact is another now. Nobody asks meanwhile. */
    void forget(int ordinal) {
        @Nullable TextVector[] vectors = known.vectors;
        if (ordinal < vectors.length) {
            vectors[ordinal] = null;
        }
    }
}
