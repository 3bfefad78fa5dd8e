package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duijie.matching.match.Scale;
import org.duijie.matching.pairing.Pairings;

/** How one place stands to each of many others, by pairing and by nearness: few pairs of values, each a tier. */
final class Ties {

    private final byte[] tiers;
    private final List<Integer> pairing = new ArrayList<>();
    private final List<Integer> nearness = new ArrayList<>();

    private Ties(int places) {
        tiers = new byte[places];
        tier(0, 0);
    }

    static Ties ofCounty(String county, Places homes, Pairings pairings, LocalDate on) {
        Ties ties = new Ties(homes.size());
        for (int home = 0; home < homes.size(); home++) {
            ties.put(home, homes.code(home), county, pairings, on);
        }
        return ties;
    }

    static Ties ofHome(String home, Places counties, Pairings pairings, LocalDate on) {
        Ties ties = new Ties(counties.size());
        for (int county = 0; county < counties.size(); county++) {
            ties.put(county, home, counties.code(county), pairings, on);
        }
        return ties;
    }

    private void put(int place, String home, String county, Pairings pairings, LocalDate on) {
        tiers[place] = (byte) tier(Scale.pairing(home, county, pairings, on), Scale.nearness(home, county));
    }

    private int tier(int tie, int near) {
        for (int tier = 0; tier < pairing.size(); tier++) {
            if (pairing.get(tier) == tie && nearness.get(tier) == near) {
                return tier;
            }
        }
        pairing.add(tie);
        nearness.add(near);
        return pairing.size() - 1;
    }

    /** How many places it knows. */
    int places() {
        return tiers.length;
    }

    /** Tier 0 is that of places far away. */
    int tier(int place) {
        return tiers[place];
    }

    int tiers() {
        return pairing.size();
    }

    int pairing(int tier) {
        return pairing.get(tier);
    }

    /** May be absent. */
    int nearness(int tier) {
        return nearness.get(tier);
    }
}
