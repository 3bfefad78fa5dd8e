package org.duijie.chassis.text;

/**
 * Which characters free text may have: those one can see. Control characters, text that runs backwards and characters
 * without width are refused, because a reader cannot tell what they do to the words around them.
 */
public final class PlainText {

    /** Something shows: no text of spaces alone, not even of ideographic ones, which {@code \\s} does not know. */
    private static final String VISIBLE = "^(?=[\\s\\S]*[^\\s\\p{Z}])";

    /** One line. */
    public static final String LINE = VISIBLE + "\\P{C}*$";

    /** Several lines. */
    public static final String LINES = VISIBLE + "[\\P{C}\\n\\t]*$";

    private PlainText() {}
}
