package org.duijie.matching.filter;

/** What a word of an expression is. */
enum TokenType {
    WORD,
    QUOTED,
    COMPARATOR,
    OPEN,
    CLOSE,
    AND,
    OR,
    NOT,
    END
}
