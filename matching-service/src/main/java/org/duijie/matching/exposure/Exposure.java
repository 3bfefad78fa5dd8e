package org.duijie.matching.exposure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.OfferFact;

/**
 * How often each county's needs stand among the ten best of an open offer. Every place counts one, whichever it is: an
 * organization reads a list of ten.
 *
 * @param places by division code
 * @param offers how many lists were counted
 */
public record Exposure(Map<String, Long> places, int offers) {

    /** How far down organizations look. */
    public static final int TOP = 10;

    public Exposure {
        places = Map.copyOf(places);
    }

    /** Ranks the needs of every open offer on this basis. */
    public static Exposure measure(MatchEngine engine, Facts facts, Basis basis) {
        Map<String, Long> places = new TreeMap<>();
        List<OfferFact> open = facts.offers().stream().filter(OfferFact::open).toList();
        for (OfferFact offer : open) {
            for (Match match : engine.topNeeds(offer, facts, basis, TOP)) {
                places.merge(match.need().divisionCode(), 1L, Long::sum);
            }
        }
        return new Exposure(places, open.size());
    }

    public long of(String county) {
        return places.getOrDefault(county, 0L);
    }

    public long all() {
        return places.values().stream().mapToLong(Long::longValue).sum();
    }
}
