package org.duijie.chassis.text;

import com.google.errorprone.annotations.Immutable;
import java.util.Locale;

/**
 * One sentence in the two languages of the suite.
 *
 * @param zh Simplified Chinese, the default
 * @param en English
 */
@Immutable
public record Text(String zh, String en) {

    /** The languages answered, the default first. */
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** English where the locale asks for it, Chinese for everybody else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
