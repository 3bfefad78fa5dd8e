package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.RandomFilters;
import org.duijie.matching.replica.FactMother;
import org.duijie.matching.replica.NeedFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {

    private static final Candidate BOOKS = candidate(FactMother.aNeed());

    /** The columns are compared with a plain map through many puts, replacements and removals. */
    @Test
    void holdsWhatAMapWouldHold() {
        Random random = new Random(1);
        List<UUID> ids = ids(random, 300);
        Map<UUID, Wish> plain = new HashMap<>();
        Wishes wishes = new Wishes();
        for (int i = 0; i < 20_000; i++) {
            UUID id = ids.get(random.nextInt(ids.size()));
            if (random.nextInt(3) == 0) {
                plain.remove(id);
                wishes.remove(id);
            } else {
                Wish wish = wish(id, code(random.nextInt(40)), random.nextInt(1_000_000));
                plain.put(id, wish);
                wishes.put(wish);
            }
            if (i % 500 == 0) {
                assertSame(wishes, plain, ids);
            }
        }
    }

    private static void assertSame(Wishes wishes, Map<UUID, Wish> plain, List<UUID> ids) {
        assertThat(wishes.size()).isEqualTo(plain.size());
        assertThat(wishes.organizations())
                .isEqualTo(plain.values().stream()
                        .map(Wish::organization)
                        .distinct()
                        .sorted()
                        .toList());
        for (UUID id : ids) {
            Wish wish = plain.get(id);
            assertThat(wishes.organization(id)).isEqualTo(wish == null ? null : wish.organization());
        }
        for (int i = 0; i < 40; i++) {
            String code = code(i);
            List<UUID> found = new ArrayList<>();
            wishes.forEachThatWants(code, BOOKS, 500_000, found::add);
            assertThat(found)
                    .containsExactlyInAnyOrderElementsOf(plain.values().stream()
                            .filter(wish -> wish.organization().equals(code) && wish.minimumPpm() <= 500_000)
                            .map(Wish::id)
                            .toList());
            assertThat(wishes.of(code)).isEqualTo(plain.values().stream().anyMatch(wish -> wish.organization()
                    .equals(code)));
        }
    }

    @Test
    void admitsByFieldModeCategoryAndDivision() {
        NeedFact need = FactMother.aNeed();
        assertThat(wants(List.of(), List.of(), List.of(), List.of(), need)).isTrue();
        assertThat(wants(
                        List.of("EDUCATION"),
                        List.of("130000"),
                        List.of("CAPACITY_BUILDING"),
                        List.of("DEVELOPMENT"),
                        need))
                .isTrue();
        assertThat(wants(List.of("HEALTH", "OTHER"), List.of(), List.of(), List.of(), need))
                .isFalse();
        assertThat(wants(List.of(), List.of("130800", "110000", "130723"), List.of(), List.of(), need))
                .isFalse();
        assertThat(wants(List.of(), List.of("130800", "130700"), List.of(), List.of(), need))
                .isTrue();
        assertThat(wants(List.of(), List.of("130722"), List.of(), List.of(), need))
                .isTrue();
        assertThat(wants(List.of(), List.of(), List.of("RELIEF"), List.of(), need))
                .isFalse();
        assertThat(wants(List.of(), List.of(), List.of(), List.of("DIRECT_AID"), need))
                .isFalse();
    }

    /** The list of fields can grow: a need of a field that wishes cannot name is for those that want all. */
    @Test
    void aFieldThatWishesCannotNameIsForThoseThatWantAll() {
        NeedFact need = FactMother.aNeed(changed -> changed.field = "SPACE_TRAVEL");

        assertThat(wants(List.of(), List.of(), List.of(), List.of(), need)).isTrue();
        assertThat(wants(List.of("OTHER"), List.of(), List.of(), List.of(), need))
                .isFalse();
    }

    private static boolean wants(
            List<String> fields, List<String> divisions, List<String> modes, List<String> categories, NeedFact need) {
        UUID id = UUID.randomUUID();
        return Wishes.of(new Wish(id, FactMother.CREDIT_CODE, fields, divisions, modes, categories, 0))
                .wants(id, candidate(need));
    }

    private static Candidate candidate(NeedFact need) {
        return Candidate.of(need, FactMother.zhangbei(), FactMother.TODAY);
    }

    /** Of random filters the columns find those that, each looked at by itself, want the need; through changes and removals. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findsWhatEachFilterByItselfWants(long seed) {
        Random random = new Random(seed);
        RandomFilters filters = new RandomFilters(random);
        List<UUID> ids = ids(random, 200);
        Map<UUID, Wish> plain = new HashMap<>();
        Wishes wishes = new Wishes();
        int wanted = 0;
        for (int i = 0; i < 4_000; i++) {
            UUID id = ids.get(random.nextInt(ids.size()));
            if (random.nextInt(4) == 0) {
                plain.remove(id);
                wishes.remove(id);
            } else {
                Wish wish = new Wish(
                        id,
                        code(random.nextInt(5)),
                        random.nextBoolean() ? List.of() : List.of("EDUCATION", "HEALTH"),
                        random.nextBoolean() ? List.of() : List.of("130700", "110000"),
                        List.of(),
                        List.of(),
                        random.nextInt(1_000_000),
                        filters.filter(3));
                plain.put(id, wish);
                wishes.put(wish);
            }
            if (i % 20 == 0) {
                Candidate need = candidate(filters.need());
                int ppm = random.nextInt(1_000_000);
                for (int organization = 0; organization < 5; organization++) {
                    String code = code(organization);
                    List<UUID> found = new ArrayList<>();
                    wishes.forEachThatWants(code, need, ppm, found::add);
                    List<UUID> expected = plain.values().stream()
                            .filter(wish -> wish.organization().equals(code)
                                    && ppm >= wish.filter().leastPpm()
                                    && wish.filter().admits(need))
                            .map(Wish::id)
                            .toList();
                    assertThat(found).as("seed %d, step %d", seed, i).containsExactlyInAnyOrderElementsOf(expected);
                    wanted += expected.size();
                }
                assertThat(wishes.anyCountsDays(0, 30))
                        .isEqualTo(plain.values().stream()
                                .anyMatch(wish -> wish.filter().days().anyMatch(day -> day <= 30)));
            }
        }
        assertThat(wanted).as("a test over no wish proves nothing").isPositive();
    }

    private static Wish wish(UUID id, String organization, int minimumPpm) {
        return new Wish(id, organization, List.of(), List.of(), List.of(), List.of(), minimumPpm);
    }

    private static String code(int number) {
        return "5111010%011d".formatted(number);
    }

    private static List<UUID> ids(Random random, int count) {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        return ids;
    }
}
