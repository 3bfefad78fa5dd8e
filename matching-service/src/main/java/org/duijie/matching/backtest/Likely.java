package org.duijie.matching.backtest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duijie.matching.filter.Member;
import org.duijie.matching.filter.Term;
import org.duijie.matching.replica.OfferFact;

/**
 * Which needs are worth reading to find those that match: no other can. Each list is empty where all are.
 *
 * @param nobody there is no such need
 */
record Likely(List<String> fields, List<String> modes, List<String> divisions, boolean nobody) {

    /** Of no matter what. */
    static final Likely ANY = new Likely(List.of(), List.of(), List.of(), false);

    static Likely of(Trial trial) {
        List<String> fields = common(trial, Member.FIELD, OfferFact::fields);
        List<String> modes = common(trial, Member.MODE, OfferFact::modes);
        List<String> wanted = wanted(trial, Member.DIVISION).findFirst().orElse(served(trial, OfferFact::divisions));
        boolean nobody = trial.offers().isEmpty()
                || (fields.isEmpty() && asks(trial, Member.FIELD))
                || (modes.isEmpty() && asks(trial, Member.MODE));
        return new Likely(fields, modes, wanted, nobody);
    }

    private static boolean asks(Trial trial, Member member) {
        return wanted(trial, member).findAny().isPresent();
    }

    private static Stream<List<String>> wanted(Trial trial, Member member) {
        return trial.filter().terms().stream()
                .filter(term -> term instanceof Term.OneOf one && one.member() == member)
                .map(term -> ((Term.OneOf) term).values());
    }

    /** What any of the offers serves; empty where one of them serves all. */
    private static List<String> served(Trial trial, Function<OfferFact, List<String>> list) {
        return trial.offers().stream().map(list).anyMatch(List::isEmpty)
                ? List.of()
                : trial.offers().stream()
                        .map(list)
                        .flatMap(Collection::stream)
                        .distinct()
                        .toList();
    }

    /** What is both served and wanted. */
    private static List<String> common(Trial trial, Member member, Function<OfferFact, List<String>> list) {
        List<List<String>> lists = new ArrayList<>(wanted(trial, member).toList());
        List<String> served = served(trial, list);
        if (!served.isEmpty()) {
            lists.add(served);
        }
        if (lists.isEmpty()) {
            return List.of();
        }
        Set<String> common = new TreeSet<>(lists.getFirst());
        lists.forEach(common::retainAll);
        return List.copyOf(common);
    }
}
