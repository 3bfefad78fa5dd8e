package org.duijie.matching.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Term;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Rule;
import org.duijie.matching.match.Verdict;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.jspecify.annotations.Nullable;

/**
 * Judges needs of the past as of the days on which they were public. A need counts once, whatever became of it: by the
 * version and the day on which it came nearest to matching.
 *
 * <p>Of the rules only two look at the day. The days of a pair only run out, so the first day is the best for them; a
 * listing keeps an organization out until it is removed. A filter may ask for a deadline so many days ahead, and turns when
 * it is. So the first day, the days of removals and those on which the filter turns are all that need looking at.
 */
final class BackTest {

    private static final int MATCHED = 0;
    private static final int LOST_BY_ONE = 1;

    private final MatchEngine engine;
    private final Facts facts;
    private final Basis basis;
    private final Trial trial;
    private final LocalDate from;
    private final LocalDate to;
    private final List<OfferFact> offers;
    private final Map<UUID, Verdicts> needs = new HashMap<>();

    /** @param basis the weights to score by; its day does not count */
    BackTest(MatchEngine engine, Facts facts, Basis basis, Trial trial, LocalDate from, LocalDate to) {
        this.engine = engine;
        this.facts = facts;
        this.basis = basis;
        this.trial = trial;
        this.from = from;
        this.to = to;
        this.offers = trial.offers().stream().map(BackTest::open).toList();
    }

    /** The nearest that a need came. */
    private record Verdicts(
            NeedFact need, int broken, @Nullable Loss loss, LocalDate day) {}

    /**
     * What alone keeps a need away.
     *
     * @param condition of the filter, as it is written; empty where it is none of the filter's
     */
    record Loss(Criterion criterion, String condition) implements Comparable<Loss> {

        private static final Comparator<Loss> ORDER =
                Comparator.comparing(Loss::criterion).thenComparing(Loss::condition);

        static Loss of(Term term) {
            return new Loss(Criterion.of(term), term.text());
        }

        @Override
        public int compareTo(Loss other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param by what alone kept these needs away */
    record Lost(Loss by, int count, long valueFen, List<NeedFact> examples) {

        Criterion criterion() {
            return by.criterion();
        }
    }

    /** How many needs first came to this in a month. */
    record Month(int matched, int lostByOne) {}

    /**
     * What came of it.
     *
     * @param needs how many needs were public in the span
     */
    record Outcome(
            int needs,
            int matched,
            long matchedFen,
            int lostByOne,
            SortedMap<YearMonth, Month> months,
            List<Lost> lost,
            List<NeedFact> examples) {}

    void add(PastNeed past) {
        LocalDate first = later(from, day(past.from()));
        Instant until = past.until();
        LocalDate last = until == null ? to : earlier(to, day(until));
        if (first.isAfter(last)) {
            return;
        }
        Verdicts best = nearest(past.need(), first, last);
        needs.merge(
                past.need().id(),
                best,
                (known, other) -> Comparator.comparingInt(Verdicts::broken)
                                        .thenComparing(Verdicts::day)
                                        .compare(known, other)
                                <= 0
                        ? known
                        : other);
    }

    private Verdicts nearest(NeedFact need, LocalDate first, LocalDate last) {
        Verdicts best = new Verdicts(need, 2, null, first);
        for (LocalDate day : days(need, first, last)) {
            List<Term> unwanted = trial.filter().unmet(Candidate.of(need, facts.division(need.divisionCode()), day));
            for (OfferFact offer : offers) {
                Verdicts verdict = verdict(need, offer, day, unwanted);
                if (verdict.broken() < best.broken()) {
                    best = verdict;
                }
                if (best.broken() == MATCHED) {
                    return best;
                }
            }
        }
        return best;
    }

    private Verdicts verdict(NeedFact need, OfferFact offer, LocalDate day, List<Term> unwanted) {
        Verdict rules = Verdict.of(need, offer, trial.organization(), basis.on(day));
        int broken = rules.broken() + unwanted.size();
        int leastPpm = trial.filter().leastPpm();
        if (broken == 0 && leastPpm > 0) {
            boolean low = engine.matches(List.of(need), List.of(offer), facts, basis.on(day))
                    .noneMatch(match -> match.ppm() >= leastPpm);
            return new Verdicts(
                    need, low ? LOST_BY_ONE : MATCHED, low ? new Loss(Criterion.SCORE_TOO_LOW, "") : null, day);
        }
        if (broken != LOST_BY_ONE) {
            return new Verdicts(need, broken, null, day);
        }
        Rule rule = rules.first();
        Loss loss = rule == null ? Loss.of(unwanted.getFirst()) : new Loss(Criterion.of(rule), "");
        return new Verdicts(need, broken, loss, day);
    }

    private List<LocalDate> days(NeedFact need, LocalDate first, LocalDate last) {
        TreeSet<LocalDate> days = new TreeSet<>();
        days.add(first);
        trial.filter()
                .days()
                .mapToObj(need.deadline()::minusDays)
                .flatMap(day -> Stream.of(day, day.plusDays(1)))
                .filter(day -> day.isAfter(first) && !day.isAfter(last))
                .forEach(days::add);
        OrganizationFact organization = trial.organization();
        if (organization != null) {
            Stream.of(organization.abnormalListings(), organization.blacklistings())
                    .flatMap(List::stream)
                    .map(Listing::until)
                    .filter(day -> day != null && day.isAfter(first) && !day.isAfter(last))
                    .forEach(days::add);
        }
        return List.copyOf(days);
    }

    /**
     * @param mayBeShown whether a need may be named: one that was withdrawn counts and is not shown
     * @param most how many examples of each kind
     */
    Outcome outcome(Predicate<NeedFact> mayBeShown, int most) {
        List<Verdicts> matched = those(MATCHED);
        List<Verdicts> lost = those(LOST_BY_ONE);
        SortedMap<YearMonth, Month> months = new TreeMap<>();
        for (YearMonth month = YearMonth.from(from); !month.isAfter(YearMonth.from(to)); month = month.plusMonths(1)) {
            months.put(month, new Month(0, 0));
        }
        matched.forEach(one -> months.merge(YearMonth.from(one.day()), new Month(1, 0), BackTest::sum));
        lost.forEach(one -> months.merge(YearMonth.from(one.day()), new Month(0, 1), BackTest::sum));
        Map<Loss, List<Verdicts>> byLoss = new TreeMap<>();
        for (Verdicts one : lost) {
            Loss loss = one.loss();
            if (loss != null) {
                byLoss.computeIfAbsent(loss, name -> new ArrayList<>()).add(one);
            }
        }
        return new Outcome(
                needs.size(),
                matched.size(),
                fen(matched),
                lost.size(),
                months,
                byLoss.entrySet().stream()
                        .map(those -> new Lost(
                                those.getKey(),
                                those.getValue().size(),
                                fen(those.getValue()),
                                examples(those.getValue(), mayBeShown, most)))
                        .sorted(Comparator.comparingInt(Lost::count).reversed().thenComparing(Lost::by))
                        .toList(),
                examples(matched, mayBeShown, most));
    }

    private List<Verdicts> those(int broken) {
        return needs.values().stream()
                .filter(verdict -> verdict.broken() == broken)
                .toList();
    }

    private static Month sum(Month one, Month other) {
        return new Month(one.matched() + other.matched(), one.lostByOne() + other.lostByOne());
    }

    private static long fen(List<Verdicts> those) {
        return those.stream().mapToLong(one -> one.need().valueFen()).sum();
    }

    private static List<NeedFact> examples(List<Verdicts> those, Predicate<NeedFact> mayBeShown, int most) {
        return those.stream()
                .map(Verdicts::need)
                .filter(mayBeShown)
                .sorted(Comparator.comparingLong(NeedFact::valueFen).reversed().thenComparing(NeedFact::id))
                .limit(most)
                .toList();
    }

    /**
     * As if it had always been open and were never to end: its own days and its status say nothing of what it would have met. A
     * need that was public in the span may be for a period long after it.
     */
    private static OfferFact open(OfferFact offer) {
        return new OfferFact(
                offer.id(),
                offer.version(),
                "OPEN",
                offer.organizationId(),
                offer.creditCode(),
                offer.title(),
                offer.text(),
                offer.items(),
                offer.smallestCommitmentFen(),
                offer.largestCommitmentFen(),
                offer.fields(),
                offer.divisions(),
                offer.excludedDivisions(),
                offer.modes(),
                LocalDate.MIN,
                LocalDate.MAX);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BusinessDay.ZONE);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
