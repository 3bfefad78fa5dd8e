package org.duijie.matching.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which needs are meant: everything at once that is said here. Written as an expression after
 * <a href="https://google.aip.dev/160">AIP-160</a>, {@code field:(EDUCATION OR HEALTH) AND NOT mode:RELIEF AND
 * amount>=50000.00}; docs/partners.md has the whole language.
 *
 * @param terms each of which must admit a need; none admits all
 * @param leastPpm the least score of a match, in parts per million
 */
public record Filter(List<Term> terms, int leastPpm) {

    /** Whatever there is. */
    public static final Filter ALL = new Filter(List.of(), 0);

    /** How long an expression may be, in UTF-16 code units. */
    public static final int LONGEST = 2_000;

    private static final int DECIMALS = 6;

    public Filter {
        terms = List.copyOf(terms);
    }

    /**
     * Reads an expression.
     *
     * @param text absent or blank for all
     * @param pointer where it stands in the request, such as {@code #/filter} or {@code ?filter}
     * @throws org.duijie.chassis.problem.ProblemException 400 request-invalid that says where it cannot be read, and
     *     what to write
     */
    public static Filter parse(@Nullable String text, String pointer) {
        return text == null || text.isBlank() ? ALL : new FilterParser(text, pointer).parse();
    }

    /** What lists of values say, each empty for all. */
    public static Filter of(
            List<String> fields, List<String> divisions, List<String> modes, List<String> categories, int leastPpm) {
        List<Term> terms = new ArrayList<>();
        add(terms, Member.FIELD, fields);
        add(terms, Member.DIVISION, divisions);
        add(terms, Member.MODE, modes);
        add(terms, Member.CATEGORY, categories);
        return new Filter(terms, leastPpm);
    }

    private static void add(List<Term> terms, Member member, List<String> values) {
        if (!values.isEmpty()) {
            terms.add(new Term.OneOf(member, values));
        }
    }

    /** What both mean. */
    public Filter and(Filter other) {
        return new Filter(
                Stream.concat(terms.stream(), other.terms.stream()).distinct().toList(),
                Math.max(leastPpm, other.leastPpm));
    }

    /** Is the need meant, whatever a match of it scores? */
    public boolean admits(Candidate need) {
        return terms.stream().allMatch(term -> term.admits(need));
    }

    /** What keeps a need away; empty where it is meant. */
    public List<Term> unmet(Candidate need) {
        return terms.stream().filter(term -> !term.admits(need)).toList();
    }

    /** How many days from today its deadlines are: what it means changes with the calendar. */
    public IntStream days() {
        return terms.stream().flatMapToInt(Term::days).distinct();
    }

    /** What of it is free text. */
    public String words() {
        return terms.stream().flatMap(Term::words).collect(Collectors.joining("\n"));
    }

    /** As it is written; empty for all. */
    public String text() {
        String all = Term.all(terms).text();
        if (leastPpm == 0) {
            return all;
        }
        String score = Member.SCORE.text()
                + Side.AT_LEAST.sign()
                + BigDecimal.valueOf(leastPpm, DECIMALS).stripTrailingZeros().toPlainString();
        return terms.isEmpty()
                ? score
                : terms.stream()
                        .map(term -> term instanceof Term.Any ? "(" + term.text() + ")" : term.text())
                        .collect(Collectors.joining(" AND ", "", " AND " + score));
    }
}
