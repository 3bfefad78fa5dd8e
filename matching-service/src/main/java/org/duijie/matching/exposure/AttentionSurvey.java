package org.duijie.matching.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.attention.AttentionMeasurement.Finding;
import org.duijie.matching.attention.CountyAttention;
import org.duijie.matching.attention.MeasuredAttention;
import org.duijie.matching.exposure.NeedShares.County;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.Facts;

/**
 * Finds out how much less than its share of attention each county gets.
 *
 * <p>What lifts a county is what it would lack were nobody lifted. Measured on rankings with the lift in them, a county
 * that was helped would need no help, lose it, need it again, and every match would be announced anew each day.
 */
final class AttentionSurvey {

    /** Lack is told in quarters: what drifts a little changes no score. */
    static final int STEP = 250_000;

    /** A county stays on its step until it is clearly nearer to another: more than the half step of rounding. */
    private static final int INERTIA = 200_000;

    private AttentionSurvey() {}

    /** @param before what rankings rest on now; its edition is kept where every county lacks as much as it did */
    static Finding make(MatchEngine engine, Facts facts, Basis basis, Attention before) {
        NeedShares needs = NeedShares.of(facts);
        Exposure without = Exposure.measure(engine, facts, basis.with(Attention.NONE));
        Map<String, Integer> lacks = new TreeMap<>();
        needs.counties()
                .forEach((code, county) -> lacks.put(code, lack(county, share(without, code), before.lackPpm(code))));
        boolean same =
                before instanceof MeasuredAttention measured && measured.lacks().equals(lacks);
        MeasuredAttention attention = new MeasuredAttention(same ? before.edition() : before.edition() + 1, lacks);
        Exposure lifted = Exposure.measure(engine, facts, basis.with(attention));

        List<CountyAttention> counties = new ArrayList<>();
        needs.counties()
                .forEach((code, county) -> counties.add(new CountyAttention(
                        code,
                        county.needs(),
                        county.valueFen(),
                        county.sharePpm(),
                        without.of(code),
                        share(without, code),
                        share(lifted, code),
                        lacks.getOrDefault(code, 0))));
        return new Finding(
                attention,
                basis.policy().version(),
                without.offers(),
                Gini.ppm(needs, lifted),
                Gini.ppm(needs, without),
                counties);
    }

    static int lack(County county, int exposureSharePpm, OptionalInt before) {
        int raw = exposureSharePpm >= county.sharePpm() ? 0 : Ppm.ONE - Ppm.of(exposureSharePpm, county.sharePpm());
        if (before.isPresent() && Math.abs(raw - before.getAsInt()) < INERTIA) {
            return before.getAsInt();
        }
        return (raw + STEP / 2) / STEP * STEP;
    }

    private static int share(Exposure exposure, String county) {
        return exposure.all() == 0 ? 0 : Ppm.of(exposure.of(county), exposure.all());
    }
}
