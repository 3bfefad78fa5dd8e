package org.duijie.bench.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankingTest {

    private static final int[] GRADES = {0, 3, 1, 2};

    @Test
    void isOneForTheBestOrder() {
        assertThat(new Ranking(GRADES, new double[] {1, 9, 2, 5}).ndcg()).isEqualTo(1);
        assertThat(new Ranking(new int[] {0, 0}, new double[] {1, 2}).ndcg()).isEqualTo(1);
    }

    /** (0 + 1/log2(3) + 3/log2(4) + 7/log2(5)) / (7 + 3/log2(3) + 1/log2(4)). */
    @Test
    void isLessForAWorseOne() {
        assertThat(new Ranking(GRADES, new double[] {9, 1, 5, 3}).ndcg()).isCloseTo(0.547832, within(1e-6));
    }

    @Test
    void helpsNobodyByTheOrderOfTheFile() {
        double evenly = new Ranking(GRADES, new double[] {1, 1, 1, 1}).ndcg();

        assertThat(new Ranking(new int[] {3, 2, 1, 0}, new double[] {1, 1, 1, 1}).ndcg())
                .isCloseTo(evenly, within(1e-12));
        assertThat(evenly).isLessThan(1);
    }

    @Test
    void countsTenPlacesOnly() {
        int[] grades = new int[12];
        grades[11] = 3;
        double[] scores = {12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};

        assertThat(new Ranking(grades, scores).ndcg()).isZero();
    }

    @Test
    void tellsWhatStandsTooHighAndTooLow() {
        Ranking ranking = new Ranking(GRADES, new double[] {9, 1, 5, 3});

        assertThat(ranking.tooHigh()).isEqualTo(0);
        assertThat(ranking.tooLow()).isEqualTo(1);
        assertThat(ranking.place(1)).isEqualTo(4);
    }
}
