package org.duijie.bench.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.duijie.bench.likeness.JudgedSet.Entry;
import org.junit.jupiter.api.Test;

class JudgedSetTest {

    private final JudgedSet set = JudgedSet.read();

    @Test
    void holdsWhatItPromises() {
        assertThat(set.pairs()).isGreaterThanOrEqualTo(200);
        assertThat(set.needs()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(set.offers()).extracting(Entry::id).doesNotHaveDuplicates();
        assertThat(set.needs().stream().filter(Entry::training))
                .hasSize(set.needs().size() / 2);
        assertThat(set.needs()).allSatisfy(need -> assertThat(Arrays.stream(set.grades(need)))
                .contains(3)
                .allMatch(grade -> grade >= 0 && grade <= 3));
    }

    @Test
    void leavesThePlaceOutOfTheText() {
        assertThat(set.needs().get(1).text()).startsWith("盼大夫来村里瞧病。").endsWith("坐诊医生、常用药");
        assertThat(set.needs()).noneMatch(need -> need.text().contains("张北县"));
    }

    @Test
    void findsByWordsWhatSharesThem() {
        try (Bm25 bm25 = new Bm25(set.offers().stream().map(Entry::text).toList())) {
            double[] scores = bm25.scores("安装太阳能路灯");

            int best = IntStream.range(0, scores.length)
                    .boxed()
                    .max((one, other) -> Double.compare(scores[one], scores[other]))
                    .orElseThrow();

            assertThat(set.offers().get(best).title()).contains("路灯");
        }
    }
}
