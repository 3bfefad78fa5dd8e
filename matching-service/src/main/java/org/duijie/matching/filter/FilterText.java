package org.duijie.matching.filter;

/** What the contract says of a filter, wherever one is taken. */
public final class FilterText {

    public static final String DESCRIPTION = """
            过滤条件 · Which needs are meant, as an expression: criteria joined by AND, OR and NOT, with brackets where AND and \
            OR meet. field, division (with all below), mode, category, kind, resource (with all below), priority and title \
            (contains) take `:value` or `:(one OR other)`; amount (yuan still asked for) and deadline (`2026-12-31`, or `30d` \
            from today) take `>=` and `<=`; `score>=0.5` bounds the whole.""";

    /** Visible text, on one line or several. */
    public static final String PATTERN = "^[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]*$";

    public static final String EXAMPLE = "field:(EDUCATION OR HEALTH) AND amount<=50000.00 AND deadline<=60d";

    private FilterText() {}
}
