package org.duijie.matching.likeness;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duijie.chassis.text.Text;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/** The texts that have been read, in memory. A text keeps its own hash, so asking for it costs a look or two. */
final class KnownTexts implements Likeness {

    private volatile Map<String, TextVector> vectors = new ConcurrentHashMap<>();
    private volatile boolean modelFailed;

    @Override
    public String model() {
        return TextModel.NAME;
    }

    @Override
    public @Nullable TextVector of(NeedFact need) {
        return vectors.get(need.text());
    }

    @Override
    public @Nullable TextVector of(OfferFact offer) {
        return vectors.get(offer.text());
    }

    @Override
    public Text whyUnknown() {
        return modelFailed
                ? Text.of("文字尚未读取：文字模型在本机无法运行。", "The texts have not been read: the text model does not run here.")
                : Likeness.super.whyUnknown();
    }

    boolean knows(String text) {
        return vectors.containsKey(text);
    }

    void add(Map<String, TextVector> read) {
        vectors.putAll(read);
    }

    void modelFailed() {
        modelFailed = true;
    }

    /** In one stroke, so that nobody who asks meanwhile finds less than before. */
    void replaceBy(Map<String, TextVector> all) {
        vectors = new ConcurrentHashMap<>(all);
    }
}
