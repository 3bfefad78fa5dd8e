package org.duijie.matching.filter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.duijie.chassis.text.Text;

/**
 * One way in which a need can be what a filter means: bare criteria, and bare criteria denied, all at once. A filter means
 * whatever any of its alternatives means (disjunctive normal form).
 */
public record Alternative(List<Term> terms) {

    private static final int MOST = 1_000;

    /** All alternatives of a filter; absent where there are too many to look through. */
    public static Optional<List<Alternative>> of(Filter filter) {
        return ways(new Term.All(filter.terms()), true).map(ways -> ways.stream()
                .map(way -> new Alternative(way.stream().distinct().toList()))
                .toList());
    }

    private static Optional<List<List<Term>>> ways(Term term, boolean wanted) {
        return switch (term) {
            case Term.Not(var inner) -> ways(inner, !wanted);
            case Term.All(var terms) -> wanted ? together(terms, true) : oneOf(terms, false);
            case Term.Any(var terms) -> wanted ? oneOf(terms, true) : together(terms, false);
            case Term.OneOf _, Term.Amount _, Term.Deadline _ ->
                Optional.of(List.of(List.of(wanted ? term : Term.not(term))));
        };
    }

    private static Optional<List<List<Term>>> oneOf(List<Term> terms, boolean wanted) {
        List<List<Term>> ways = new ArrayList<>();
        for (Term term : terms) {
            Optional<List<List<Term>>> ofTerm = ways(term, wanted);
            ofTerm.ifPresent(ways::addAll);
            if (ofTerm.isEmpty() || ways.size() > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(ways);
    }

    private static Optional<List<List<Term>>> together(List<Term> terms, boolean wanted) {
        List<List<Term>> ways = List.of(List.of());
        for (Term term : terms) {
            List<List<Term>> before = ways;
            Optional<List<List<Term>>> ofTerm = ways(term, wanted);
            if (ofTerm.isEmpty() || (long) before.size() * ofTerm.get().size() > MOST) {
                return Optional.empty();
            }
            ways = before.stream()
                    .flatMap(one -> ofTerm.get().stream().map(other -> Stream.concat(one.stream(), other.stream())
                            .toList()))
                    .toList();
        }
        return Optional.of(ways);
    }

    /**
     * Why no need can ever be all of this at once, from this day on.
     *
     * @return absent where one may
     */
    public Optional<Text> contradiction(LocalDate today) {
        return Stream.of(Member.values())
                .filter(member -> excludesAll(member, today))
                .map(this::said)
                .findFirst();
    }

    private boolean excludesAll(Member member, LocalDate today) {
        return switch (member) {
            case FIELD, MODE, CATEGORY, DIVISION ->
                asks(member) && allowed(member).isEmpty();
            case KIND, RESOURCE, PRIORITY, TITLE ->
                wanted(member).anyMatch(values -> values.stream().allMatch(value -> denied(member, value)));
            case AMOUNT -> leastFen() > mostFen();
            case DEADLINE -> neverDue(today);
            case SCORE -> false;
        };
    }

    private Text said(Member member) {
        List<Term> guilty = terms.stream()
                .filter(term -> term.members().contains(member)
                        || (member == Member.RESOURCE && term.members().contains(Member.KIND)))
                .toList();
        String said = guilty.stream().map(Term::text).collect(Collectors.joining(" AND "));
        return guilty.size() == 1
                ? Text.of("没有需求能满足 " + said + "。", "No need can ever meet " + said + ".")
                : Text.of("没有需求能同时满足 " + said + "。", "No need can ever meet all of " + said + ".");
    }

    private boolean asks(Member member) {
        return wanted(member).findAny().isPresent();
    }

    private Stream<List<String>> wanted(Member member) {
        return terms.stream()
                .filter(term -> term instanceof Term.OneOf one && one.member() == member)
                .map(term -> ((Term.OneOf) term).values());
    }

    /** Is whatever has this value excluded? */
    private boolean denied(Member member, String value) {
        return terms.stream()
                .anyMatch(term -> term instanceof Term.Not(Term.OneOf(var other, var values))
                        && values.stream().anyMatch(no -> implies(member, value, other, no)));
    }

    private static boolean implies(Member member, String value, Member other, String no) {
        return member == other
                ? Term.OneOf.implies(member, value, no)
                : member == Member.RESOURCE && other == Member.KIND && Term.OneOf.implies(member, value, no);
    }

    /** Of a member of which a need has one value: those that are wanted by all criteria and denied by none. */
    private Set<String> allowed(Member member) {
        List<Set<String>> wanted =
                wanted(member).<Set<String>>map(LinkedHashSet::new).toList();
        Set<String> allowed = wanted.isEmpty() ? Set.of() : wanted.getFirst();
        for (Set<String> more : wanted) {
            allowed = allowed.stream()
                    .flatMap(one -> more.stream().flatMap(other -> narrower(member, one, other)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return allowed.stream()
                .filter(value -> !denied(member, value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<String> narrower(Member member, String one, String other) {
        return Term.OneOf.implies(member, one, other)
                ? Stream.of(one)
                : Term.OneOf.implies(member, other, one) ? Stream.of(other) : Stream.empty();
    }

    /** Can a need have one of these values that a filter also allows? One that asks for none allows all. */
    public boolean allows(Member member, Predicate<String> served) {
        if (asks(member)) {
            return allowed(member).stream().anyMatch(served);
        }
        return true;
    }

    /** The same for a list that is empty for all. */
    public boolean allowsOneOf(Member member, Collection<String> served) {
        return served.isEmpty()
                || (asks(member)
                        ? allowed(member).stream().anyMatch(served::contains)
                        : served.stream().anyMatch(value -> !denied(member, value)));
    }

    /** What is still asked for is at least this, in fen. */
    private long leastFen() {
        return terms.stream()
                .mapToLong(term -> switch (term) {
                    case Term.Amount(var side, long fen) when side == Side.AT_LEAST -> fen;
                    case Term.Not(Term.Amount(var side, long fen)) when side == Side.AT_MOST -> fen + 1;
                    default -> 0;
                })
                .max()
                .orElse(0);
    }

    /** What is still asked for is at most this, in fen. */
    public long mostFen() {
        return terms.stream()
                .mapToLong(term -> switch (term) {
                    case Term.Amount(var side, long fen) when side == Side.AT_MOST -> fen;
                    case Term.Not(Term.Amount(var side, long fen)) when side == Side.AT_LEAST -> fen - 1;
                    default -> Long.MAX_VALUE;
                })
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /**
     * No day will come on which an open need has such a deadline. Days counted from today move on with it, and a deadline
     * lies on the day itself or later.
     */
    private boolean neverDue(LocalDate today) {
        long now = today.toEpochDay();
        long earliest = dates(Side.AT_LEAST).max().orElse(Long.MIN_VALUE);
        long latest = latest();
        long soonest = Math.max(0, days(Side.AT_LEAST).max().orElse(0));
        long farthest = days(Side.AT_MOST).min().orElse(Long.MAX_VALUE);
        return earliest > latest || soonest > farthest || (latest < Long.MAX_VALUE && now + soonest > latest);
    }

    private long latest() {
        return dates(Side.AT_MOST).min().orElse(Long.MAX_VALUE);
    }

    /** The last day of the calendar that a deadline may be on. */
    public LocalDate latestDeadline() {
        long latest = latest();
        return latest == Long.MAX_VALUE ? LocalDate.MAX : LocalDate.ofEpochDay(latest);
    }

    private LongStream dates(Side side) {
        return deadlines(side)
                .filter(one -> one.day() instanceof Day.Of)
                .mapToLong(one -> one.day().on(LocalDate.EPOCH).toEpochDay());
    }

    private LongStream days(Side side) {
        return deadlines(side)
                .filter(one -> one.day() instanceof Day.In)
                .mapToLong(one -> one.day().on(LocalDate.EPOCH).toEpochDay());
    }

    /** Bounds on this side; one denied is a bound on the other, a day off. */
    private Stream<Term.Deadline> deadlines(Side side) {
        return terms.stream()
                .<Term.Deadline>mapMulti((term, bounds) -> {
                    if (term instanceof Term.Deadline bound) {
                        bounds.accept(bound);
                    } else if (term instanceof Term.Not(Term.Deadline(var denied, var day))) {
                        bounds.accept(
                                denied == Side.AT_LEAST
                                        ? new Term.Deadline(Side.AT_MOST, shifted(day, -1))
                                        : new Term.Deadline(Side.AT_LEAST, shifted(day, 1)));
                    }
                })
                .filter(bound -> bound.side() == side);
    }

    private static Day shifted(Day day, int by) {
        return switch (day) {
            case Day.Of(var date) -> new Day.Of(date.plusDays(by));
            case Day.In(int days) -> new Day.In(days + by);
        };
    }
}
