package org.duijie.matching.explanation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit;
import org.duijie.matching.match.Edit.Action;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.match.NearMiss;
import org.duijie.matching.match.Rule;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.jspecify.annotations.Nullable;

/**
 * Adds up what changes would bring, for the side that could make them. Where the change is of an amount or a day of its
 * own, each further step brings in all that the smaller ones did: a staircase, the cheapest step first. Other changes
 * stand for themselves, the most rewarding first; what the other side would have to change is told as one where each
 * would have to change something else.
 */
final class NearMissTally {

    private static final Set<String> AMOUNTS = Set.of("smallestCommitment", "largestCommitment");
    private static final Set<String> DAYS = Set.of("validFrom", "validUntil", "deadline", "periodEnd");
    private static final Text EACH_ANOTHER =
            Text.of("对方各有不同的改动。", "Each of the others would have to change something else.");
    private static final int EXAMPLES = 3;

    private final Subject asking;
    private final @Nullable OfferFact own;
    private final @Nullable NeedFact ownNeed;
    private final Map<Rule, Map<List<Wanted>, List<NearMiss>>> found = new EnumMap<>(Rule.class);

    private NearMissTally(Subject asking, @Nullable OfferFact own, @Nullable NeedFact ownNeed) {
        this.asking = asking;
        this.own = own;
        this.ownNeed = ownNeed;
    }

    static NearMissTally of(OfferFact offer, List<NearMiss> nearMisses) {
        return new NearMissTally(Subject.OFFER, offer, null).count(nearMisses);
    }

    static NearMissTally of(NeedFact need, List<NearMiss> nearMisses) {
        return new NearMissTally(Subject.NEED, null, need).count(nearMisses);
    }

    /** An edit without the value where each pair asks for another. */
    private record Wanted(
            Subject of,
            String member,
            Action action,
            @Nullable String value) {}

    /**
     * What one rule keeps apart.
     *
     * @param valueFen what the pairs are worth together
     * @param changesInAll how many different changes there are; the list may end before
     */
    record RuleTally(Rule rule, int count, long valueFen, int changesInAll, List<Step> changes) {}

    /**
     * What one change would bring.
     *
     * @param edits empty where each pair asks for another
     * @param byFen how far an amount moves, absent where it is none
     * @param byDays how far a day moves, absent where it is none
     * @param more what this step brings beyond the one before it
     * @param gain what it brings in all
     */
    record Step(
            Text sentence,
            List<Edit> edits,
            boolean own,
            @Nullable Long byFen,
            @Nullable Integer byDays,
            int more,
            int gain,
            long valueFen,
            List<NearMiss> examples) {}

    private NearMissTally count(List<NearMiss> nearMisses) {
        for (NearMiss nearMiss : nearMisses) {
            found.computeIfAbsent(nearMiss.rule(), rule -> new HashMap<>())
                    .computeIfAbsent(key(nearMiss.change().edits()), key -> new ArrayList<>())
                    .add(nearMiss);
        }
        return this;
    }

    /** By rule, the one that keeps most apart first, with at most so many changes of each. */
    List<RuleTally> byRule(int mostChanges) {
        return found.entrySet().stream()
                .map(rule -> tally(rule.getKey(), rule.getValue(), mostChanges))
                .sorted(Comparator.comparingInt(RuleTally::count).reversed().thenComparing(RuleTally::rule))
                .toList();
    }

    private RuleTally tally(Rule rule, Map<List<Wanted>, List<NearMiss>> changes, int mostChanges) {
        List<NearMiss> all = changes.values().stream().flatMap(List::stream).toList();
        List<Step> steps = new ArrayList<>();
        changes.forEach((key, nearMisses) -> {
            if (isGraded(key)) {
                steps.addAll(staircase(nearMisses));
            } else {
                steps.add(step(key, nearMisses));
            }
        });
        steps.sort(Comparator.comparing((Step step) -> !step.own())
                .thenComparing(step -> step.byFen() == null && step.byDays() == null)
                .thenComparingLong(NearMissTally::moved)
                .thenComparing(Comparator.comparingInt(Step::gain).reversed())
                .thenComparing(step -> step.sentence().en()));
        return new RuleTally(
                rule,
                all.size(),
                worth(all),
                steps.size(),
                steps.stream().limit(mostChanges).toList());
    }

    private static long moved(Step step) {
        if (step.byFen() != null) {
            return step.byFen();
        }
        return step.byDays() == null ? 0 : step.byDays();
    }

    private Step step(List<Wanted> key, List<NearMiss> nearMisses) {
        boolean ownToMake = key.stream().allMatch(wanted -> isOwn(wanted.of()));
        NearMiss far = first(nearMisses);
        if (ownToMake) {
            for (NearMiss other : nearMisses) {
                far = goesFurther(other, far) ? other : far;
            }
        }
        List<Edit> edits = far.change().edits();
        boolean enough = ownToMake
                || nearMisses.stream()
                        .allMatch(nearMiss -> nearMiss.change().edits().equals(edits));
        return new Step(
                enough ? far.change().sentence() : EACH_ANOTHER,
                enough ? edits : List.of(),
                ownToMake,
                null,
                null,
                nearMisses.size(),
                nearMisses.size(),
                worth(nearMisses),
                examples(nearMisses));
    }

    /** Of two changes of the same members, the one that moves an amount or a day further does what the other does. */
    private boolean goesFurther(NearMiss one, NearMiss other) {
        for (int i = 0; i < one.change().edits().size(); i++) {
            Edit edit = one.change().edits().get(i);
            boolean moves = AMOUNTS.contains(edit.member()) || DAYS.contains(edit.member());
            if (moves && distance(edit) > distance(other.change().edits().get(i))) {
                return true;
            }
        }
        return false;
    }

    private List<Step> staircase(List<NearMiss> nearMisses) {
        Map<String, List<NearMiss>> byValue = new HashMap<>();
        nearMisses.forEach(nearMiss -> byValue.computeIfAbsent(edit(nearMiss).value(), value -> new ArrayList<>())
                .add(nearMiss));
        ToLongFunction<List<NearMiss>> distance = step -> distance(edit(step.getFirst()));
        List<List<NearMiss>> cheapestFirst = byValue.values().stream()
                .sorted(Comparator.comparingLong(distance))
                .toList();
        List<Step> steps = new ArrayList<>();
        int gain = 0;
        long value = 0;
        for (List<NearMiss> here : cheapestFirst) {
            NearMiss first = first(here);
            Edit edit = edit(first);
            gain += here.size();
            value += worth(here);
            boolean amount = AMOUNTS.contains(edit.member());
            steps.add(new Step(
                    first.change().sentence(),
                    List.of(edit),
                    true,
                    amount ? distance(edit) : null,
                    amount ? null : Math.toIntExact(distance(edit)),
                    here.size(),
                    gain,
                    value,
                    examples(here)));
        }
        return steps;
    }

    /** How far a member of one's own moves: in fen, or in days. */
    private long distance(Edit edit) {
        if (AMOUNTS.contains(edit.member())) {
            long now = stated(edit.member());
            return Math.abs(new BigDecimal(edit.value()).movePointRight(2).longValueExact() - now);
        }
        return Math.abs(ChronoUnit.DAYS.between(day(edit.member()), LocalDate.parse(edit.value())));
    }

    private long stated(String member) {
        Long fen = own == null
                ? null
                : member.equals("smallestCommitment") ? own.smallestCommitmentFen() : own.largestCommitmentFen();
        return fen == null ? 0 : fen;
    }

    private LocalDate day(String member) {
        if (own != null) {
            return member.equals("validFrom") ? own.validFrom() : own.validUntil();
        }
        if (ownNeed == null) {
            throw new IllegalStateException("One side asks");
        }
        return member.equals("deadline") ? ownNeed.deadline() : ownNeed.periodEnd();
    }

    private List<Wanted> key(List<Edit> edits) {
        return edits.stream()
                .map(edit -> {
                    boolean varies = AMOUNTS.contains(edit.member())
                            || DAYS.contains(edit.member())
                            || edit.member().equals("beneficiaryOrganization");
                    return new Wanted(edit.of(), edit.member(), edit.action(), varies ? null : edit.value());
                })
                .toList();
    }

    private boolean isGraded(List<Wanted> key) {
        return key.size() == 1
                && isOwn(key.getFirst().of())
                && (AMOUNTS.contains(key.getFirst().member())
                        || DAYS.contains(key.getFirst().member()));
    }

    /** An organization's record is its own as its offers are. */
    private boolean isOwn(Subject of) {
        return of == asking || (of == Subject.ORGANIZATION && asking == Subject.OFFER);
    }

    private static Edit edit(NearMiss nearMiss) {
        return nearMiss.change().edits().getFirst();
    }

    private static NearMiss first(List<NearMiss> nearMisses) {
        return nearMisses.stream().min(BY_WORTH).orElseThrow();
    }

    private static List<NearMiss> examples(List<NearMiss> nearMisses) {
        return nearMisses.stream().sorted(BY_WORTH).limit(EXAMPLES).toList();
    }

    /** The worthiest first; ties by id, so that the same facts give the same answer. */
    private static final Comparator<NearMiss> BY_WORTH = Comparator.comparingLong(
                    (NearMiss nearMiss) -> worth(nearMiss))
            .reversed()
            .thenComparing(nearMiss -> nearMiss.need().id())
            .thenComparing(nearMiss -> nearMiss.offer().id());

    private static long worth(List<NearMiss> nearMisses) {
        return nearMisses.stream().mapToLong(NearMissTally::worth).sum();
    }

    private static long worth(NearMiss nearMiss) {
        return nearMiss.need().valueFen();
    }
}
