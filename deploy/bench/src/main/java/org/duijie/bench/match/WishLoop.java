package org.duijie.bench.match;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.subscription.CurrentMatchKey;
import org.duijie.matching.subscription.Wish;

/** A plain loop over all wishes: each that wants a need asks its organization's offers, on columns of numbers. */
final class WishLoop {

    private final Nation nation;
    private final List<Wish> wishes;
    private final ColumnScan columns;

    WishLoop(Nation nation, List<Wish> wishes) {
        this.nation = nation;
        this.wishes = wishes;
        columns = new ColumnScan(nation.offers.size());
        nation.offers.forEach(this::put);
    }

    void put(OfferFact offer) {
        columns.put(offer, nation.organization(offer));
    }

    /** Asks all wishes. */
    SortedMap<CurrentMatchKey, Integer> all(NeedFact need) {
        Asking question = new Asking(need);
        for (int i = 0; i < wishes.size(); i++) {
            question.ask(wishes.get(i));
        }
        return question.found;
    }

    /** Asks those with these numbers. */
    SortedMap<CurrentMatchKey, Integer> some(NeedFact need, Collection<Integer> numbers) {
        Asking question = new Asking(need);
        numbers.forEach(i -> question.ask(wishes.get(i)));
        return question.found;
    }

    private final class Asking {
        private final NeedFact need;
        private final ColumnScan.Question pairs;
        private final SortedMap<CurrentMatchKey, Integer> found = new TreeMap<>();

        Asking(NeedFact need) {
            this.need = need;
            pairs = columns.new Question(need, nation.division(need), Nation.BASIS);
        }

        private void ask(Wish wish) {
            if (!wants(wish)) {
                return;
            }
            for (OfferFact offer : nation.facts.offersOf(wish.organization())) {
                int ppm = pairs.ppm(columns.row(offer.id()));
                // Absent is less than any.
                if (ppm >= wish.minimumPpm()) {
                    found.put(key(wish.id(), offer), ppm);
                }
            }
        }

        private CurrentMatchKey key(UUID wish, OfferFact offer) {
            return new CurrentMatchKey(wish, need.id(), offer.id());
        }

        private boolean wants(Wish wish) {
            return admits(wish.fields(), need.field())
                    && admits(wish.modes(), need.mode())
                    && admits(wish.categories(), need.category())
                    && lies(wish.divisions());
        }

        private boolean lies(List<String> divisions) {
            for (int i = 0; i < divisions.size(); i++) {
                if (DivisionCode.covers(divisions.get(i), need.divisionCode())) {
                    return true;
                }
            }
            return divisions.isEmpty();
        }

        private static boolean admits(List<String> wanted, String value) {
            return wanted.isEmpty() || wanted.contains(value);
        }
    }
}
