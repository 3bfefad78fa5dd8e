package org.duijie.project.quality;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.duijie.project.need.NeedTerms;

/**
 * What the rules look at, prepared once for all of them.
 *
 * @param texts everything that people wrote freely, in lower case, by its place
 */
record Asked(NeedTerms terms, Map<String, String> texts, LocalDate today) {

    static Asked of(NeedTerms terms, LocalDate today) {
        Map<String, String> texts = new LinkedHashMap<>(terms.freeTexts());
        texts.replaceAll((place, text) -> text.toLowerCase(Locale.ROOT));
        return new Asked(terms, texts, today);
    }
}
