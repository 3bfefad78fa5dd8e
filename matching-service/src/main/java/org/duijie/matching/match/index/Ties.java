package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.duijie.matching.match.Scale;
import org.duijie.matching.pairing.Pairings;

/** How one place stands to each of many others, by pairing and by nearness: few pairs of values, each a tier. */
final class Ties {

    private static final int PROVINCES = 100;

    /** The smallest number of a province; the nation's registrar is no province, and below it. */
    private static final int FIRST_PROVINCE = 11;

    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final byte[] tiers;
    private final List<Integer> pairing = new ArrayList<>();
    private final List<Integer> nearness = new ArrayList<>();

    private Ties(int places) {
        tiers = new byte[places];
        tier(0, 0);
    }

    static Ties ofCounty(String county, Places homes, Pairings pairings, LocalDate on) {
        Ties ties = new Ties(homes.size());
        boolean paired = pairings.know(county);
        ties.fill(
                homes,
                Places.number(county),
                home -> paired ? Scale.pairing(home, county, pairings, on) : 0,
                home -> Scale.nearness(home, county));
        return ties;
    }

    static Ties ofHome(String home, Places counties, Pairings pairings, LocalDate on) {
        Ties ties = new Ties(counties.size());
        ties.fill(
                counties,
                Places.number(home),
                county -> Scale.pairing(home, county, pairings, on),
                county -> Scale.nearness(home, county));
        return ties;
    }

    /** Of the places in another province each is as near as any other of its province, so only one of them is asked. */
    private void fill(Places places, int here, ToIntFunction<String> pairing, ToIntFunction<String> nearness) {
        int[] byProvince = new int[PROVINCES];
        Arrays.fill(byProvince, UNKNOWN);
        for (int place = 0; place < tiers.length; place++) {
            String code = places.code(place);
            int province = Places.province(places.number(place));
            boolean far = province >= FIRST_PROVINCE && here != 0 && province != Places.province(here);
            int near = far ? byProvince[province] : UNKNOWN;
            if (near == UNKNOWN) {
                near = nearness.applyAsInt(code);
                byProvince[province] = near;
            }
            tiers[place] = (byte) tier(pairing.applyAsInt(code), near);
        }
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
