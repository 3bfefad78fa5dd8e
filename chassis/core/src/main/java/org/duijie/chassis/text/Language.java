package org.duijie.chassis.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Chooses the language of an answer from {@code Accept-Language}: Chinese unless English is preferred. */
public final class Language {

    private static final List<Locale> SPOKEN = List.of(Text.CHINESE, Locale.ENGLISH);

    private Language() {}

    /** Never fails: a header that cannot be read asks for nothing. */
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Text.CHINESE;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found != null ? found : startsWithEnglish(acceptLanguage) ? Locale.ENGLISH : Text.CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return Text.CHINESE;
        }
    }

    /** {@code en-US} alone matches no spoken locale exactly in every JDK; its language decides. */
    private static boolean startsWithEnglish(String acceptLanguage) {
        return acceptLanguage.strip().toLowerCase(Locale.ROOT).startsWith("en");
    }
}
