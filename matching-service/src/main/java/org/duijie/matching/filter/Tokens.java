package org.duijie.matching.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.problem.RequestProblem;

/** Cuts an expression into its words, and says where something is wrong with it. */
final class Tokens {

    private static final int MOST_SHOWN = 30;
    private static final int SHORT_FORM = 0x10000;

    private static final Map<String, TokenType> KEYWORDS =
            Map.of("AND", TokenType.AND, "OR", TokenType.OR, "NOT", TokenType.NOT);

    /** What an input method of Chinese writes in place of the signs of this language. */
    private static final Map<Integer, String> WIDE = Map.ofEntries(
            Map.entry((int) '（', "("),
            Map.entry((int) '）', ")"),
            Map.entry((int) '：', ":"),
            Map.entry((int) '＝', "="),
            Map.entry((int) '＞', ">="),
            Map.entry((int) '＜', "<="),
            Map.entry((int) '≥', ">="),
            Map.entry((int) '≤', "<="),
            Map.entry((int) '“', "\""),
            Map.entry((int) '”', "\""),
            Map.entry((int) '，', "OR"),
            Map.entry((int) '、', "OR"));

    private final String text;
    private final String pointer;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    Tokens(String text, String pointer) {
        this.text = text;
        this.pointer = pointer;
    }

    /** All words, the last of them the end. */
    List<Token> all() {
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isSpace(c)) {
                at += Character.charCount(c);
            } else {
                take(c);
            }
        }
        tokens.add(new Token(TokenType.END, "", text.length()));
        return tokens;
    }

    private static boolean isSpace(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private void take(int c) {
        switch (c) {
            case '(' -> add(TokenType.OPEN, 1);
            case ')' -> add(TokenType.CLOSE, 1);
            case ':', '=' -> add(TokenType.COMPARATOR, 1);
            case '<', '>' -> add(TokenType.COMPARATOR, text.startsWith("=", at + 1) ? 2 : 1);
            case '!' ->
                throw fault(
                        at, "要排除时请写 NOT，如 NOT mode:RELIEF", "to leave something out write NOT, as in NOT mode:RELIEF");
            case '"' -> quoted();
            default -> word(c);
        }
    }

    private void add(TokenType type, int length) {
        tokens.add(new Token(type, text.substring(at, at + length), at));
        at += length;
    }

    private void word(int first) {
        requireVisible(first);
        int end = at;
        while (end < text.length() && ofWord(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        if (end == at || first == '-') {
            String narrow = WIDE.get(first);
            if (narrow != null) {
                throw fault(at, "请用半角的 " + narrow, "write " + narrow + " instead");
            }
            throw first == '-'
                    ? fault(at, "要排除时请写 NOT", "to leave something out write NOT")
                    : fault(at, "含有此字符的文字请放在双引号内", "words with this character stand in double quotes");
        }
        String word = text.substring(at, end);
        tokens.add(new Token(KEYWORDS.getOrDefault(word.toUpperCase(Locale.ROOT), TokenType.WORD), word, at));
        at = end;
    }

    private static boolean ofWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || c == '.'
                || c == '_'
                || c == '-';
    }

    private void quoted() {
        int begin = at;
        StringBuilder said = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            if (text.charAt(at) == '\\') {
                at++;
            }
            if (at < text.length()) {
                int c = text.codePointAt(at);
                requireVisible(c);
                said.appendCodePoint(c);
                at += Character.charCount(c);
            }
        }
        if (at >= text.length()) {
            throw fault(begin, "缺少结束的双引号", "the closing double quote is missing");
        }
        at++;
        tokens.add(new Token(TokenType.QUOTED, said.toString(), begin));
    }

    /** Not one that acts on others or cannot be seen: a reader of the filter would not know what it says. */
    private void requireVisible(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                throw fault(at, "请删去不可见的字符 " + name(c), "take out the character " + name(c) + ", which cannot be seen");
            default -> {
                // It can be seen.
            }
        }
    }

    private static String name(int c) {
        return c < SHORT_FORM ? "U+%04X".formatted(c) : "U+%X".formatted(c);
    }

    /**
     * What is wrong, where, and what to write.
     *
     * @param place where in the text it begins
     * @param zh what to do, without a full stop; {@code en} the same
     */
    ProblemException fault(int place, String zh, String en) {
        int number = text.codePointCount(0, Math.min(place, text.length())) + 1;
        String shown = shown(place);
        return shown.isEmpty()
                ? RequestProblem.INVALID.at(
                        pointer,
                        "过滤条件的末尾（第 " + number + " 个字符）：" + zh + "。",
                        "At the end of the filter (character " + number + "): " + en + ".")
                : RequestProblem.INVALID.at(
                        pointer,
                        "过滤条件的第 " + number + " 个字符“" + shown + "”处：" + zh + "。",
                        "At character " + number + " of the filter, \"" + shown + "\": " + en + ".");
    }

    /** The word that stands there. */
    private String shown(int place) {
        int end = Math.min(place, text.length());
        int shown = 0;
        while (end < text.length() && shown < MOST_SHOWN && (shown == 0 || ofWord(text.codePointAt(end)))) {
            end += Character.charCount(text.codePointAt(end));
            shown++;
        }
        return text.substring(Math.min(place, text.length()), end).replaceAll("\\p{C}", "�");
    }
}
