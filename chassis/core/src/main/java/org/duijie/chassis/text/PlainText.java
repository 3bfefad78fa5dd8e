package org.duijie.chassis.text;

/**
 * Which characters free text may have: those one can see. Control characters, text that runs backwards and characters
 * without width are refused, because a reader cannot tell what they do to the words around them.
 */
public final class PlainText {

    /** One line. */
    public static final String LINE = "^\\P{C}*$";

    /** Several lines. */
    public static final String LINES = "^[\\P{C}\\n\\t]*$";

    private PlainText() {}
}
