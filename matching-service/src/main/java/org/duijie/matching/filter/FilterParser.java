package org.duijie.matching.filter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duijie.chassis.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression by recursive descent.
 *
 * <pre>
 * expression = term { "AND" term } | term { "OR" term }
 * term       = { "NOT" } ( "(" expression ")" | member comparator value )
 * value      = word | "(" word { "OR" word } ")"
 * </pre>
 *
 * AND and OR are not mixed without brackets: AIP-160 and everybody else disagree on which binds closer. A score is a
 * property of a match and not of a need, so it bounds the whole filter and stands in no brackets.
 */
final class FilterParser {

    private static final int MOST_CRITERIA = 50;
    private static final int MOST_VALUES = 200;
    private static final int DEEPEST = 8;
    private static final int LONGEST_WORDS = 50;
    private static final int LONGEST_DAYS = 3_650;
    private static final int FEN_DECIMALS = 2;
    private static final int PPM_DECIMALS = 6;

    private static final String SCORE_ALONE_ZH = "score 只能以 AND 与其余全部条件并列，不能放在括号、OR 或 NOT 之内";
    private static final String SCORE_ALONE_EN =
            "score bounds the whole filter: join it to all the rest by AND, outside of brackets, OR and NOT";

    private final String text;
    private final Tokens tokens;
    private List<Token> all = List.of();
    private int next;
    private int criteria;
    private int values;
    private int leastPpm;
    private @Nullable Token score;

    FilterParser(String text, String pointer) {
        this.text = text;
        this.tokens = new Tokens(text, pointer);
    }

    Filter parse() {
        if (text.length() > Filter.LONGEST) {
            throw tooLong();
        }
        all = tokens.all();
        Term term = expression(0);
        if (!peek().is(TokenType.END)) {
            throw at(
                    peek(),
                    peek().is(TokenType.CLOSE) ? "没有与之对应的左括号" : "两个条件之间请写 AND 或 OR",
                    peek().is(TokenType.CLOSE) ? "no bracket was opened" : "put AND or OR between two criteria");
        }
        Filter filter = new Filter(term instanceof Term.All(var terms) ? terms : List.of(term), leastPpm);
        if (filter.text().length() > Filter.LONGEST) {
            throw tooLong();
        }
        return filter;
    }

    private ProblemException tooLong() {
        return tokens.fault(
                Filter.LONGEST,
                "过滤条件按统一写法最长 " + Filter.LONGEST + " 个字符",
                "a filter, written out, has " + Filter.LONGEST + " characters at the most");
    }

    private Term expression(int depth) {
        List<Term> terms = new ArrayList<>();
        terms.add(term(depth));
        Token joint = peek();
        while (peek().is(TokenType.AND) || peek().is(TokenType.OR)) {
            if (!peek().is(joint.type())) {
                throw at(
                        peek(),
                        "AND 与 OR 同时使用时请加括号，说明哪些先结合",
                        "put brackets round what belongs together where AND and OR meet");
            }
            next++;
            terms.add(term(depth));
        }
        if (!joint.is(TokenType.OR)) {
            return Term.all(terms);
        }
        if (depth == 0 && score != null) {
            throw at(score, SCORE_ALONE_ZH, SCORE_ALONE_EN);
        }
        return Term.any(terms);
    }

    private Term term(int depth) {
        boolean negated = false;
        int nots = 0;
        while (peek().is(TokenType.NOT)) {
            negated = !negated;
            nots++;
            next++;
        }
        Term term = peek().is(TokenType.OPEN) ? inBrackets(depth) : criterion(depth + nots);
        return negated ? Term.not(term) : term;
    }

    private Term inBrackets(int depth) {
        if (depth == DEEPEST) {
            throw at(peek(), "括号最多 " + DEEPEST + " 层", "brackets lie in each other " + DEEPEST + " deep at the most");
        }
        Token open = take();
        Term term = expression(depth + 1);
        if (!peek().is(TokenType.CLOSE)) {
            throw peek().is(TokenType.END)
                    ? at(open, "缺少对应的右括号", "this bracket is not closed")
                    : at(peek(), "两个条件之间请写 AND 或 OR", "put AND or OR between two criteria");
        }
        next++;
        return term;
    }

    private Term criterion(int depth) {
        Token name = take();
        Member member = name.is(TokenType.WORD) ? Member.named(name.text()).orElse(null) : null;
        if (member == null) {
            throw at(name, "此处应为一个条件，以下列名称之一开头：" + members("、"), "a criterion begins with one of " + members(", "));
        }
        if (++criteria > MOST_CRITERIA) {
            throw at(name, "最多 " + MOST_CRITERIA + " 个条件", "a filter has " + MOST_CRITERIA + " criteria at the most");
        }
        Token sign = take();
        return member.measured() ? bound(member, name, sign, depth) : oneOf(member, sign);
    }

    private static String members(String joint) {
        return Arrays.stream(Member.values()).map(Member::text).collect(Collectors.joining(joint));
    }

    private Term oneOf(Member member, Token sign) {
        if (!sign.is(TokenType.COMPARATOR)
                || !(sign.text().equals(":") || sign.text().equals("="))) {
            throw at(
                    sign,
                    member.text() + " 之后请写冒号，如 " + example(member),
                    "write a colon after " + member.text() + ", as in " + example(member));
        }
        List<String> found = new ArrayList<>();
        if (!peek().is(TokenType.OPEN)) {
            found.add(value(member));
            return new Term.OneOf(member, found);
        }
        Token open = take();
        found.add(value(member));
        while (peek().is(TokenType.OR)) {
            next++;
            found.add(value(member));
        }
        if (!peek().is(TokenType.CLOSE)) {
            throw peek().is(TokenType.END)
                    ? at(open, "缺少对应的右括号", "this bracket is not closed")
                    : at(
                            peek(),
                            "括号中的各个值之间请写 OR；须同时满足的请各写一个条件",
                            "values in brackets are joined by OR; of what must hold together make two criteria");
        }
        next++;
        return new Term.OneOf(member, found);
    }

    private static String example(Member member) {
        return member.text() + (member == Member.TITLE ? ":\"图书\"" : ":" + member.example());
    }

    private String value(Member member) {
        Token token = take();
        if (!token.is(TokenType.WORD) && !token.is(TokenType.QUOTED)) {
            throw at(
                    token,
                    "此处应为 " + member.text() + " 的值；与 AND、OR、NOT 同形的文字请放在双引号内",
                    "a value of " + member.text() + " belongs here; words like AND, OR and NOT stand in double quotes");
        }
        if (++values > MOST_VALUES) {
            throw at(token, "最多 " + MOST_VALUES + " 个值", "a filter has " + MOST_VALUES + " values at the most");
        }
        return member == Member.TITLE ? words(token) : code(member, token);
    }

    private String words(Token token) {
        String words = Candidate.plain(token.text());
        if (words.isEmpty() || words.codePointCount(0, words.length()) > LONGEST_WORDS) {
            throw at(
                    token,
                    "标题中的文字须为 1 至 " + LONGEST_WORDS + " 个字符",
                    "words of a title have 1 to " + LONGEST_WORDS + " characters");
        }
        return words;
    }

    private String code(Member member, Token token) {
        String code = token.text().toUpperCase(Locale.ROOT);
        if (member.takes(code)) {
            return code;
        }
        throw member.codes().isEmpty()
                ? at(
                        token,
                        member.text() + " 没有这样的值，应如 " + member.example(),
                        member.text() + " takes values such as " + member.example())
                : at(
                        token,
                        member.text() + " 只有下列值：" + String.join("、", member.codes()),
                        member.text() + " is one of " + String.join(", ", member.codes()));
    }

    private Term bound(Member member, Token name, Token sign, int depth) {
        Side side = Arrays.stream(Side.values())
                .filter(one -> sign.is(TokenType.COMPARATOR) && one.sign().equals(sign.text()))
                .findFirst()
                .filter(one -> member != Member.SCORE || one == Side.AT_LEAST)
                .orElseThrow(() -> member == Member.SCORE
                        ? at(sign, "score 之后请写 >=", "write >= after score")
                        : at(sign, member.text() + " 之后请写 >= 或 <=", "write >= or <= after " + member.text()));
        Token value = take();
        return switch (member) {
            case AMOUNT -> new Term.Amount(side, fen(value));
            case DEADLINE -> new Term.Deadline(side, day(value));
            default -> {
                if (depth > 0) {
                    throw at(name, SCORE_ALONE_ZH, SCORE_ALONE_EN);
                }
                score = name;
                leastPpm = Math.max(leastPpm, ppm(value));
                yield new Term.All(List.of());
            }
        };
    }

    private long fen(Token token) {
        if (!token.text().matches("(0|[1-9]\\d{0,12})(\\.\\d{1,2})?")) {
            throw at(
                    token,
                    "金额以元计，最多两位小数，如 50000.00",
                    "an amount is in yuan with two decimals at the most, such as 50000.00");
        }
        return new BigDecimal(token.text()).movePointRight(FEN_DECIMALS).longValueExact();
    }

    private int ppm(Token token) {
        if (!token.text().matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?")) {
            throw at(
                    token,
                    "得分为 0 至 1 的小数，最多六位，如 0.5",
                    "a score is a decimal from 0 to 1 with six digits at the most, such as 0.5");
        }
        return new BigDecimal(token.text()).movePointRight(PPM_DECIMALS).intValueExact();
    }

    private Day day(Token token) {
        try {
            if (token.text().matches("(0|[1-9]\\d{0,3})[dD]")) {
                int days =
                        Integer.parseInt(token.text().substring(0, token.text().length() - 1));
                if (days <= LONGEST_DAYS) {
                    return new Day.In(days);
                }
            } else if (token.text().matches("[12]\\d{3}-\\d{2}-\\d{2}")) {
                return new Day.Of(LocalDate.parse(token.text()));
            }
        } catch (DateTimeException noSuchDay) {
            // Said below.
        }
        throw at(
                token,
                "日期写如 2026-12-31，或写从当日起的天数，如 30d，最多 " + LONGEST_DAYS + "d",
                "a day is written 2026-12-31, or as days from today, 30d, " + LONGEST_DAYS + "d at the most");
    }

    private Token peek() {
        return all.get(next);
    }

    /** The end is never passed. */
    private Token take() {
        Token token = peek();
        next += token.is(TokenType.END) ? 0 : 1;
        return token;
    }

    private ProblemException at(Token token, String zh, String en) {
        return tokens.fault(token.at(), zh, en);
    }
}
