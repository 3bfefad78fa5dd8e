package org.duijie.matching.match.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The homes of organizations around a county, and in which lists of homes those stand for whom pairing or nearness is
 * better than for the rest. Worked out once for a county and a day.
 */
final class Surroundings {

    /** A home in a prefecture whose lists are read for it. */
    record Home(int place, int tier) {}

    private final Ties ties;

    /** By province whose lists are read, the tier of the best home in it that no list of a prefecture is read for. */
    private final Map<Integer, Integer> provinces = new TreeMap<>();

    private final Map<Integer, List<Home>> prefectures = new TreeMap<>();

    Surroundings(String county, Places homes, Ties ties) {
        this.ties = ties;
        int prefecture = Places.prefecture(Places.number(county));
        for (int place = 0; place < ties.places(); place++) {
            int tier = ties.tier(place);
            int number = homes.number(place);
            boolean near = ties.nearness(tier) > 0;
            if (ties.pairing(tier) > 0 || (near && Places.prefecture(number) == prefecture)) {
                prefectures
                        .computeIfAbsent(Places.prefecture(number), any -> new ArrayList<>())
                        .add(new Home(place, tier));
            } else if (near) {
                provinces.merge(Places.province(number), tier, this::nearer);
            }
        }
    }

    private int nearer(int one, int other) {
        return ties.nearness(one) >= ties.nearness(other) ? one : other;
    }

    /** The tier of those homes that is worth most. */
    int best(List<Home> homes, IntUnaryOperator worth) {
        int best = homes.getFirst().tier();
        for (int i = 1; i < homes.size(); i++) {
            int tier = homes.get(i).tier();
            best = worth.applyAsInt(tier) > worth.applyAsInt(best) ? tier : best;
        }
        return best;
    }

    Ties ties() {
        return ties;
    }

    Map<Integer, Integer> provinces() {
        return provinces;
    }

    Map<Integer, List<Home>> prefectures() {
        return prefectures;
    }
}
