package org.duijie.chassis.export;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text on its way into a spreadsheet. A cell that the program would compute (CSV injection) or round gets an apostrophe
 * before it and stays what it is: text.
 */
final class SpreadsheetCell {

    /** Full-width signs too: a spreadsheet with Chinese input takes them for the plain ones. Spaces before do not help. */
    private static final Pattern COMPUTED = Pattern.compile("^([\\t\\r]|[\\s\\p{Z}]*[=+\\-@＝＋－＠﹣−])[\\s\\S]*");

    /** Beyond eleven digits it is shown as a power of ten, beyond fifteen it is another number. */
    private static final Pattern ROUNDED = Pattern.compile("^\\p{Nd}{12,}$");

    private SpreadsheetCell() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = value.toString();
        return COMPUTED.matcher(text).matches() || ROUNDED.matcher(text).matches() ? "'" + text : text;
    }
}
