package org.duijie.matching.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.duijie.matching.exposure.NeedShares.County;
import org.junit.jupiter.api.Test;

class GiniTest {

    @Test
    void isNothingWhereEverybodyGetsTheirShare() {
        assertThat(gini(Map.of("a", 500_000, "b", 300_000, "c", 200_000), Map.of("a", 50L, "b", 30L, "c", 20L)))
                .isZero();
    }

    @Test
    void comesNearOneWhereOneOfManyGetsAll() {
        assertThat(gini(Map.of("a", 250_000, "b", 250_000, "c", 250_000, "d", 250_000), Map.of("d", 7L)))
                .isEqualTo(750_000);
    }

    @Test
    void isTheAreaBetweenTheLorenzCurveAndTheDiagonal() {
        // Half of the need gets a quarter of the places: 1 − 2 × (½·½·¼ + ½·(¼+1)/2) = ¼.
        assertThat(gini(Map.of("a", 500_000, "b", 500_000), Map.of("a", 25L, "b", 75L)))
                .isEqualTo(250_000);
    }

    @Test
    void weighsByNeedAndNotByCounty() {
        int whole = gini(Map.of("a", 500_000, "b", 500_000), Map.of("a", 25L, "b", 75L));
        int divided = gini(
                Map.of("a1", 250_000, "a2", 250_000, "b", 500_000),
                new TreeMap<>(Map.of("a1", 12L, "a2", 13L, "b", 75L)));

        assertThat(divided).isBetween(whole, whole + 10_000);
    }

    @Test
    void saysNothingWhereNothingIsShown() {
        assertThat(gini(Map.of("a", 1_000_000), Map.of())).isZero();
        assertThat(gini(Map.of(), Map.of())).isZero();
    }

    private static int gini(Map<String, Integer> shares, Map<String, Long> places) {
        TreeMap<String, County> counties = new TreeMap<>();
        shares.forEach((code, share) -> counties.put(code, new County(1, 1, share)));
        return Gini.ppm(new NeedShares(counties), new Exposure(places, 1));
    }
}
