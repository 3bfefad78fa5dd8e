package org.duijie.matching.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duijie.matching.replica.DivisionCode;

/**
 * What a filter is made of: criteria, and what joins them. Terms made by {@link #all}, {@link #any} and {@link #not} have
 * one form for one meaning as far as nesting goes, so that reading a printed term gives an equal one.
 */
public sealed interface Term {

    /** Is this need one that is asked for? */
    boolean admits(Candidate candidate);

    /** As it is written. */
    String text();

    /** Of a member that belongs to the need, or to any of several things of it: one of these values. */
    record OneOf(Member member, List<String> values) implements Term {

        public OneOf {
            values = values.stream().distinct().toList();
        }

        @Override
        public boolean admits(Candidate candidate) {
            return values.stream().anyMatch(value -> candidate.has(member, value));
        }

        @Override
        public String text() {
            return member.text()
                    + ":"
                    + (values.size() == 1
                            ? text(values.getFirst())
                            : values.stream().map(this::text).collect(Collectors.joining(" OR ", "(", ")")));
        }

        private String text(String value) {
            return member == Member.TITLE ? '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"' : value;
        }

        /** Whatever has the one value of this member has the other, too. */
        static boolean implies(Member member, String one, String other) {
            return switch (member) {
                case DIVISION -> DivisionCode.covers(other, one);
                case RESOURCE -> one.equals(other) || one.startsWith(other + ".");
                case TITLE -> one.contains(other);
                case FIELD, MODE, CATEGORY, KIND, PRIORITY, AMOUNT, DEADLINE, SCORE -> one.equals(other);
            };
        }
    }

    /** What is still asked for, at least or at most so much, in fen. */
    record Amount(Side side, long fen) implements Term {

        private static final int DECIMALS = 2;

        @Override
        public boolean admits(Candidate candidate) {
            return side.holds(Long.compare(candidate.amountFen(), fen));
        }

        @Override
        public String text() {
            return Member.AMOUNT.text()
                    + side.sign()
                    + BigDecimal.valueOf(fen, DECIMALS).toPlainString();
        }
    }

    /** The deadline, on that day or later, or on that day or earlier. */
    record Deadline(Side side, Day day) implements Term {

        @Override
        public boolean admits(Candidate candidate) {
            return side.holds(candidate.deadline().compareTo(day.on(candidate.today())));
        }

        @Override
        public String text() {
            return Member.DEADLINE.text() + side.sign() + day.text();
        }
    }

    /** Not what the term asks for. */
    record Not(Term term) implements Term {

        @Override
        public boolean admits(Candidate candidate) {
            return !term.admits(candidate);
        }

        @Override
        public String text() {
            return "NOT " + inside(term);
        }
    }

    /** All of these; none of them asks for everything. */
    record All(List<Term> terms) implements Term {

        public All {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean admits(Candidate candidate) {
            for (Term term : terms) {
                if (!term.admits(candidate)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public String text() {
            return terms.stream().map(Term::inside).collect(Collectors.joining(" AND "));
        }
    }

    /** One of these, or more. */
    record Any(List<Term> terms) implements Term {

        public Any {
            terms = List.copyOf(terms);
        }

        @Override
        public boolean admits(Candidate candidate) {
            for (Term term : terms) {
                if (term.admits(candidate)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public String text() {
            return terms.stream().map(Term::inside).collect(Collectors.joining(" OR "));
        }
    }

    private static String inside(Term term) {
        return term instanceof All || term instanceof Any ? "(" + term.text() + ")" : term.text();
    }

    static Term all(List<Term> terms) {
        List<Term> flat = terms.stream()
                .flatMap(term -> term instanceof All(var inner) ? inner.stream() : Stream.of(term))
                .distinct()
                .toList();
        return flat.size() == 1 ? flat.getFirst() : new All(flat);
    }

    /** Values of one member become one list of values. */
    static Term any(List<Term> terms) {
        List<Term> flat = new ArrayList<>();
        Map<Member, Integer> places = new LinkedHashMap<>();
        terms.stream()
                .flatMap(term -> term instanceof Any(var inner) ? inner.stream() : Stream.of(term))
                .forEach(term -> {
                    Integer place = term instanceof OneOf one ? places.putIfAbsent(one.member(), flat.size()) : null;
                    if (place != null && term instanceof OneOf(var member, var more)) {
                        LinkedHashSet<String> values = new LinkedHashSet<>(((OneOf) flat.get(place)).values());
                        values.addAll(more);
                        flat.set(place, new OneOf(member, List.copyOf(values)));
                    } else if (!flat.contains(term)) {
                        flat.add(term);
                    }
                });
        return flat.size() == 1 ? flat.getFirst() : new Any(flat);
    }

    static Term not(Term term) {
        return term instanceof Not(var inner) ? inner : new Not(term);
    }

    /** How many days from today its deadlines are: what it asks for changes with the calendar. */
    default IntStream days() {
        return switch (this) {
            case Deadline(var _, Day.In(int days)) -> IntStream.of(days);
            case Not(var term) -> term.days();
            case All(var terms) -> terms.stream().flatMapToInt(Term::days);
            case Any(var terms) -> terms.stream().flatMapToInt(Term::days);
            case Deadline _, OneOf _, Amount _ -> IntStream.empty();
        };
    }

    /** What of it is free text. */
    default Stream<String> words() {
        return switch (this) {
            case OneOf(var member, var values) -> member == Member.TITLE ? values.stream() : Stream.empty();
            case Not(var term) -> term.words();
            case All(var terms) -> terms.stream().flatMap(Term::words);
            case Any(var terms) -> terms.stream().flatMap(Term::words);
            case Amount _, Deadline _ -> Stream.empty();
        };
    }

    /** Which members it asks about. */
    default List<Member> members() {
        return switch (this) {
            case OneOf(var member, var _) -> List.of(member);
            case Amount _ -> List.of(Member.AMOUNT);
            case Deadline _ -> List.of(Member.DEADLINE);
            case Not(var term) -> term.members();
            case All(var terms) -> members(terms);
            case Any(var terms) -> members(terms);
        };
    }

    private static List<Member> members(List<Term> terms) {
        return terms.stream()
                .flatMap(term -> term.members().stream())
                .distinct()
                .toList();
    }
}
