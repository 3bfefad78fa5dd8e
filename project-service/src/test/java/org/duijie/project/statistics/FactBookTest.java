package org.duijie.project.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.duijie.project.statistics.FactBook.Question;
import org.duijie.project.statistics.FactBook.Sum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactBookTest {

    private static final Instant BEGIN = Instant.parse("2018-08-18T00:00:00Z");
    private static final int FACTS = 20_000;

    private static List<Fact> facts(Random chance) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            Cell cell = new Cell(
                    pick(chance, "DIRECT_AID", "DEVELOPMENT", "PUBLIC_WELFARE"),
                    pick(chance, "NATIONAL", "PROVINCIAL", "MUNICIPAL", "COUNTY"),
                    pick(chance, "100000", "110000", "120000", "130000"),
                    pick(chance, "RELIEF", "CAPACITY_BUILDING"),
                    pick(chance, "EDUCATION", "HEALTH", "INDUSTRY"),
                    "13" + (7 + chance.nextInt(2)) + "0" + (chance.nextInt(20) + 20),
                    2018 + chance.nextInt(3));
            // Facts of transactions that ran together may cross.
            Instant at = BEGIN.plusSeconds(i * 60L - chance.nextInt(3) * 70L);
            facts.add(new Fact(
                    at,
                    List.of(Stage.values()).get(chance.nextInt(5)),
                    cell,
                    chance.nextInt(3) - 1,
                    chance.nextLong(-1_000_000, 1_000_000)));
        }
        return facts;
    }

    private static String pick(Random chance, String... choices) {
        return choices[chance.nextInt(choices.length)];
    }

    /** The same sums, added up one by one. */
    private static Map<List<String>, Map<Stage, Sum>> slowly(List<Fact> facts, Question question) {
        Map<List<String>, Map<Stage, Sum>> rows = new HashMap<>();
        for (Fact fact : facts.subList(0, question.position())) {
            if (question.stages().contains(fact.stage())) {
                List<String> parts =
                        question.by().stream().map(cut -> cut.of(fact.cell())).toList();
                rows.computeIfAbsent(parts, row -> new HashMap<>())
                        .merge(fact.stage(), new Sum(fact.count(), fact.fen()), Sum::plus);
            }
        }
        rows.values().forEach(row -> question.stages().forEach(stage -> row.putIfAbsent(stage, Sum.NONE)));
        rows.values().removeIf(row -> row.values().stream().allMatch(Sum.NONE::equals));
        return rows;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addsUpEveryCutAtEveryPositionExactly(long seed) {
        Random chance = new Random(seed);
        List<Fact> facts = facts(chance);
        FactBook book = new FactBook();
        book.add(facts.subList(0, FACTS / 3));
        book.add(facts.subList(FACTS / 3, FACTS));
        for (Cut first : Cut.values()) {
            for (Cut second : Cut.values()) {
                List<Cut> by = first == second ? List.of(first) : List.of(first, second);
                Question question = new Question(List.of(Stage.INTENDED, Stage.AGREED), by, chance.nextInt(FACTS + 1));
                assertThat(book.answer(question)).isEqualTo(slowly(facts, question));
            }
        }
        Question totals = new Question(List.of(Stage.RECEIVED), List.of(), FACTS);
        assertThat(book.answer(totals)).isEqualTo(slowly(facts, totals));
    }

    /** Invariant 5: by whatever it is cut, it comes to the same. */
    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void comesToTheSameByEveryCut(long seed) {
        Random chance = new Random(seed);
        FactBook book = new FactBook();
        book.add(facts(chance));
        int position = chance.nextInt(FACTS);
        for (Stage stage : Stage.values()) {
            assertThat(java.util.Arrays.stream(Cut.values())
                            .map(cut ->
                                    book.answer(new Question(List.of(stage), List.of(cut), position)).values().stream()
                                            .map(row -> row.getOrDefault(stage, Sum.NONE))
                                            .reduce(Sum.NONE, Sum::plus))
                            .distinct())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void knowsThePositionOfEveryInstant(long seed) {
        Random chance = new Random(seed);
        List<Fact> facts = facts(chance);
        FactBook book = new FactBook();
        book.add(facts);
        for (int i = 0; i < 500; i++) {
            Instant instant = BEGIN.plusSeconds(chance.nextLong(-100, FACTS * 60L + 100));
            int position = book.positionAt(instant);
            assertThat(facts.subList(0, position)).noneMatch(fact -> fact.at().isAfter(instant));
            assertThat(position == FACTS || facts.get(position).at().isAfter(instant))
                    .isTrue();
        }
    }
}
