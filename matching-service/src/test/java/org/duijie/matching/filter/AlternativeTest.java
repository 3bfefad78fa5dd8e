package org.duijie.matching.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.matching.filter.RandomFilters.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlternativeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field:EDUCATION AND field:HEALTH",
                "mode:RELIEF AND NOT mode:RELIEF",
                "division:130722 AND NOT division:130700",
                "division:130722 AND division:(110000 OR 130800)",
                "category:(DEVELOPMENT OR DIRECT_AID) AND NOT category:DEVELOPMENT AND NOT category:DIRECT_AID",
                "amount>=100 AND amount<=99.99",
                "amount>=100 AND NOT amount>=50",
                "NOT amount>=0",
                "deadline<=2018-08-31",
                "deadline>=2018-12-02 AND deadline<=2018-12-01",
                "deadline>=30d AND deadline<=29d",
                "deadline>=30d AND deadline<=2018-09-30",
                "NOT deadline>=0d",
                "resource:GOODS.BOOKS AND NOT kind:GOODS",
                "resource:GOODS.BOOKS AND NOT resource:GOODS",
                "title:图书角 AND NOT title:图书",
                "priority:DEEP_POVERTY AND NOT priority:(DEEP_POVERTY OR NATIONAL_KEY)",
                "(mode:RELIEF AND NOT mode:RELIEF) OR (field:HEALTH AND field:OTHER)",
                "NOT (mode:RELIEF OR NOT mode:RELIEF)",
            })
    void seesThatNothingCanBeAllOfThis(String text) {
        assertThat(contradictions(text)).isPresent().get().asString().contains("No need can ever meet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "field:(EDUCATION OR HEALTH) AND field:(HEALTH OR OTHER)",
                "kind:GOODS AND kind:FUNDS",
                "division:130000 AND NOT division:130700",
                "division:(130722 OR 130800) AND NOT division:130700",
                "NOT field:EDUCATION AND NOT field:HEALTH",
                "amount>=100 AND amount<=100",
                "deadline<=2018-09-01",
                "deadline>=2019-06-01 AND deadline<=30d",
                "deadline>=30d AND deadline<=2018-10-01",
                "kind:GOODS AND NOT resource:GOODS.BOOKS",
                "title:图书 AND NOT title:图书角",
                "(mode:RELIEF AND NOT mode:RELIEF) OR field:HEALTH",
                "score>=1",
            })
    void seesThatSomethingMay(String text) {
        assertThat(contradictions(text)).isEmpty();
    }

    /** Where a contradiction is seen, no need is meant on any day; where one is meant, none is seen. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isNeverWrongAboutIt(long seed) {
        RandomFilters filters = new RandomFilters(new Random(seed));
        List<Seen> needs = IntStream.range(0, 300).mapToObj(i -> filters.seen()).toList();
        int contradictory = 0;
        for (int i = 0; i < 3_000; i++) {
            Filter filter = filters.filter(3);
            if (contradictions(filter).isPresent()) {
                contradictory++;
                assertThat(needs)
                        .as(filter.text())
                        .noneMatch(
                                seen -> !seen.need().deadline().isBefore(seen.on()) && filter.admits(seen.candidate()));
            }
        }
        assertThat(contradictory).isPositive();
    }

    @Test
    void namesWhatContradictsItself() {
        assertThat(Alternative.of(Filter.parse("kind:GOODS AND amount>=100 AND amount<=50", "?filter"))
                        .orElseThrow()
                        .getFirst()
                        .contradiction(TODAY)
                        .orElseThrow()
                        .en())
                .isEqualTo("No need can ever meet all of amount>=100.00 AND amount<=50.00.");
    }

    /** A filter of very many alternatives is read, and not looked through. */
    @Test
    void givesUpOnTooMany() {
        String many = IntStream.range(0, 12)
                .mapToObj(i -> "(mode:RELIEF OR amount>=" + i + ")")
                .collect(Collectors.joining(" AND "));

        assertThat(Alternative.of(Filter.parse(many, "?filter"))).isEmpty();
    }

    private static Optional<String> contradictions(String text) {
        return contradictions(Filter.parse(text, "?filter"));
    }

    /** All of them, if there is one in each alternative. */
    private static Optional<String> contradictions(Filter filter) {
        List<Alternative> alternatives = Alternative.of(filter).orElse(List.of());
        return !alternatives.isEmpty()
                        && alternatives.stream()
                                .allMatch(one -> one.contradiction(TODAY).isPresent())
                ? Optional.of(alternatives.stream()
                        .map(one -> one.contradiction(TODAY).orElseThrow().en())
                        .collect(Collectors.joining("; ")))
                : Optional.empty();
    }
}
