package org.duijie.matching.likeness;

import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/** What is known of the meaning of texts. Safe to ask from any thread. */
public interface Likeness {

    /** Nothing has been read: the factor is absent for every pair. */
    Likeness NONE = new Likeness() {
        @Override
        public @Nullable TextVector of(NeedFact need) {
            return null;
        }

        @Override
        public @Nullable TextVector of(OfferFact offer) {
            return null;
        }
    };

    /** The meaning of what the need says in this version; absent as long as it has not been read. */
    @Nullable
    TextVector of(NeedFact need);

    /** The meaning of what the offer says in this version; absent as long as it has not been read. */
    @Nullable
    TextVector of(OfferFact offer);
}
