package org.duijie.matching.likeness;

import org.duijie.chassis.text.Text;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the meaning of texts. Safe to ask from any thread. A text that is not known becomes known when it has
 * been read; {@link TextRead} tells of it. What is known of a text never changes under the same model.
 */
public interface Likeness {

    /** No text is read: the factor is absent for every pair. */
    Likeness NONE = new Likeness() {
        @Override
        public @Nullable String model() {
            return null;
        }

        @Override
        public Text whyUnknown() {
            return Text.of("本服务未启用文字阅读。", "Texts are not read here.");
        }

        @Override
        public @Nullable TextVector of(NeedFact need) {
            return null;
        }

        @Override
        public @Nullable TextVector of(OfferFact offer) {
            return null;
        }
    };

    /** What reads the texts and how their likeness is valued: the same name gives the same values. Absent: nothing does. */
    @Nullable
    String model();

    /** Why a text that is not known is not. */
    default Text whyUnknown() {
        return Text.of("文字尚未读取。", "The texts have not been read yet.");
    }

    /** The meaning of what the need says in this version; absent as long as it has not been read. */
    @Nullable
    TextVector of(NeedFact need);

    /** The meaning of what the offer says in this version; absent as long as it has not been read. */
    @Nullable
    TextVector of(OfferFact offer);
}
