package org.duijie.chassis.openapi;

import java.util.OptionalInt;

/**
 * How long a text can be that matches a pattern whole. Reads the patterns of this house: literals, classes, groups,
 * alternatives, lookaheads and bounded repetition.
 */
final class PatternLength {

    private static final int UNBOUNDED = -1;

    private final String pattern;
    private int at;

    private PatternLength(String pattern) {
        this.pattern = pattern;
    }

    /** Empty where there is no limit, or the pattern is not anchored at both ends. */
    static OptionalInt longest(String pattern) {
        if (!pattern.startsWith("^") || !pattern.endsWith("$")) {
            return OptionalInt.empty();
        }
        PatternLength reader = new PatternLength(pattern.substring(1, pattern.length() - 1));
        int length = reader.alternatives();
        return length == UNBOUNDED || reader.at < reader.pattern.length()
                ? OptionalInt.empty()
                : OptionalInt.of(length);
    }

    private int alternatives() {
        int longest = sequence();
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            int other = sequence();
            longest = longest == UNBOUNDED || other == UNBOUNDED ? UNBOUNDED : Math.max(longest, other);
        }
        return longest;
    }

    private int sequence() {
        int sum = 0;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            int one = repeated(atom());
            sum = sum == UNBOUNDED || one == UNBOUNDED ? UNBOUNDED : sum + one;
        }
        return sum;
    }

    private int atom() {
        char first = pattern.charAt(at++);
        return switch (first) {
            case '(' -> group();
            case '[' -> characters();
            case '\\' -> escaped();
            case '^', '$' -> 0;
            default -> 1;
        };
    }

    private int group() {
        boolean lookahead = pattern.startsWith("?=", at) || pattern.startsWith("?!", at);
        if (lookahead) {
            at += 2;
        } else if (pattern.startsWith("?:", at)) {
            at += 2;
        }
        int length = alternatives();
        at++;
        return lookahead ? 0 : length;
    }

    private int characters() {
        while (pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        return 1;
    }

    private int escaped() {
        char kind = pattern.charAt(at++);
        if ((kind == 'p' || kind == 'P') && pattern.charAt(at) == '{') {
            at = pattern.indexOf('}', at) + 1;
        }
        return kind == 'b' || kind == 'B' ? 0 : 1;
    }

    private int repeated(int once) {
        if (at == pattern.length()) {
            return once;
        }
        switch (pattern.charAt(at)) {
            case '?' -> {
                at++;
                return once;
            }
            case '*', '+' -> {
                at++;
                return once == 0 ? 0 : UNBOUNDED;
            }
            case '{' -> {
                int end = pattern.indexOf('}', at);
                String most = pattern.substring(at + 1, end).replaceFirst("^.*,", "");
                at = end + 1;
                return most.isEmpty() || once == UNBOUNDED ? UNBOUNDED : once * Integer.parseInt(most);
            }
            default -> {
                return once;
            }
        }
    }
}
