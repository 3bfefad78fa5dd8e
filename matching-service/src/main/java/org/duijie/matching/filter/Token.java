package org.duijie.matching.filter;

/**
 * A word of an expression.
 *
 * @param text what it says: of a quoted one without the quotes
 * @param at where it begins
 */
record Token(TokenType type, String text, int at) {

    boolean is(TokenType other) {
        return type == other;
    }
}
