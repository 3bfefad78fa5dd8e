package org.duijie.matching.exposure;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;

/**
 * What each county needs of all that is needed: the mean of its shares by the count and by the value of open needs, so
 * that neither many small needs nor one big one is all that counts. Where no need states a value, the count alone.
 *
 * @param counties by division code; only those that have an open need
 */
public record NeedShares(SortedMap<String, County> counties) {

    /** @param sharePpm of all that is needed */
    public record County(int needs, long valueFen, int sharePpm) {}

    private record Sum(int needs, long valueFen) {
        Sum and(Sum other) {
            return new Sum(needs + other.needs, valueFen + other.valueFen);
        }
    }

    public static NeedShares of(Facts facts) {
        Map<String, Sum> sums = new TreeMap<>();
        Sum all = new Sum(0, 0);
        for (NeedFact need : facts.needs()) {
            if (need.open()) {
                Sum one = new Sum(1, need.valueFen());
                sums.merge(need.divisionCode(), one, Sum::and);
                all = all.and(one);
            }
        }
        SortedMap<String, County> counties = new TreeMap<>();
        for (Map.Entry<String, Sum> county : sums.entrySet()) {
            Sum sum = county.getValue();
            int byCount = Ppm.of(sum.needs(), all.needs());
            int byValue = all.valueFen() == 0 ? byCount : Ppm.of(sum.valueFen(), all.valueFen());
            counties.put(county.getKey(), new County(sum.needs(), sum.valueFen(), (byCount + byValue) / 2));
        }
        return new NeedShares(counties);
    }
}
