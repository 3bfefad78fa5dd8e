package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.filter.RandomFilters;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.IndexedWorld;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.WorkingFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever changes, a need that is percolated finds what a loop over all wishes finds. */
class WishedOffersTest {

    private static final MatchEngine RULES = new MatchEngine();
    private static final int STEPS = 150;

    /** The digits of a GB/T 2260 code; this world has others, too. */
    private static final int CODE = 6;

    private static final List<String> FIELDS = List.of("EDUCATION", "HEALTH", "INDUSTRY", "OTHER");
    private static final List<String> DIVISIONS =
            List.of("130000", "130700", "130722", "130723", "130825", "320000", "110000");

    static Stream<Arguments> worlds() {
        return Stream.of(
                Arguments.of(1, 60, 0, false),
                Arguments.of(2, 60, 0, true),
                Arguments.of(3, 300, 0, false),
                Arguments.of(4, 300, 80, false),
                Arguments.of(5, 300, 80, true));
    }

    @ParameterizedTest
    @MethodSource("worlds")
    void findsWhatALoopOverAllWishesFinds(long seed, int size, int alike, boolean texts) {
        Random random = new Random(seed);
        IndexedWorld world = new IndexedWorld(random, size, alike);
        WorkingFacts facts = new WorkingFacts();
        LocalDate[] today = {TODAY};
        MatchEngine engine = MatchEngine.of(facts.committed(), () -> today[0]);
        facts.read(Stream.generate(world::change).limit(size * 3L).toList());
        Asked asked = new Asked(random, size);
        asked.change(size);
        asked.standing.follow(facts.working());
        int hits = 0;
        int told = 0;
        int every = 0;
        for (int step = 0; step < STEPS; step++) {
            String where = "seed " + seed + ", step " + step;
            if (step % 30 == 29) {
                today[0] = today[0].plusDays(random.nextInt(12));
            }
            Basis basis = new Basis(
                    world.policy(),
                    Pairings.ofReference(),
                    texts ? world.likeness() : Likeness.NONE,
                    texts ? world.attention() : Attention.NONE,
                    today[0]);
            asked.change(3);
            for (int i = 0; i < 4; i++) {
                facts.stage(world.change());
            }
            hits += compare(facts.working(), asked, engine, basis, where + ", inside");
            if (random.nextInt(4) == 0) {
                facts.rollBack();
            } else {
                facts.commit();
            }
            hits += compare(facts.working(), asked, engine, basis, where + ", after");
            for (NeedFact need : facts.working().needs()) {
                int[] count = new int[1];
                if (asked.standing.offersFor(need, (any, organization) -> count[0]++)) {
                    told += count[0];
                    every += facts.working().offers().size();
                }
            }
        }
        assertThat(hits).as("a test over few hits proves little").isGreaterThan(STEPS);
        assertThat(told).as("offers told, of %d", every).isLessThan(every);
        assertThat(asked.standing.indexed().offers()).isPositive();
    }

    /** An index that is filled at once holds what one holds to which all was told one by one. */
    @ParameterizedTest
    @MethodSource("worlds")
    void holdsAfterManyChangesWhatOneHoldsThatIsMadeAnew(long seed, int size, int alike, boolean texts) {
        Random random = new Random(seed);
        IndexedWorld world = new IndexedWorld(random, size, alike);
        WorkingFacts facts = new WorkingFacts();
        Asked asked = new Asked(random, size);
        asked.standing.follow(facts.working());
        for (int i = 0; i < size; i++) {
            asked.change(1);
            facts.stage(world.change());
            facts.commit();
        }
        Wishes anew = new Wishes();
        asked.plain.values().forEach(anew::put);
        anew.follow(facts.working());

        assertThat(asked.standing.indexed().offers())
                .isPositive()
                .isEqualTo(anew.indexed().offers());
        for (NeedFact need : facts.working().needs()) {
            assertThat(told(asked.standing, need)).isEqualTo(told(anew, need));
        }
    }

    @Test
    void anIndexOverNoWishTakesNoRoom() {
        Random random = new Random(7);
        IndexedWorld world = new IndexedWorld(random, 200, 0);
        WorkingFacts facts = new WorkingFacts();
        facts.read(Stream.generate(world::change).limit(600).toList());
        Asked asked = new Asked(random, 200);
        asked.standing.follow(facts.working());
        long empty = asked.standing.indexed().bytes();
        asked.change(300);
        assertThat(asked.standing.indexed().bytes()).isGreaterThan(empty);

        List.copyOf(asked.plain.keySet()).forEach(asked.standing::remove);

        assertThat(asked.standing.indexed().offers()).isZero();
        facts.working().needs().forEach(need -> assertThat(told(asked.standing, need))
                .isEmpty());
    }

    private static Set<UUID> told(Wishes wishes, NeedFact need) {
        List<UUID> ids = new ArrayList<>();
        wishes.offersFor(need, (offer, organization) -> ids.add(offer.id()));
        assertThat(ids).doesNotHaveDuplicates();
        return Set.copyOf(ids);
    }

    private static int compare(Facts facts, Asked asked, MatchEngine engine, Basis basis, String where) {
        Predicate<String> ours = code -> code.hashCode() % 3 != 0;
        int hits = 0;
        for (int i = 0; i < 3; i++) {
            NeedFact need = asked.pick(facts.needs().stream()
                    .filter(it -> it.divisionCode().length() == CODE)
                    .toList());
            SortedMap<CurrentMatchKey, Integer> found =
                    new TreeMap<>(new Evaluation(asked.standing, ours, facts, engine, basis)
                            .of(new Scope.OfNeeds(Set.of(need.id()))).entrySet().stream()
                                    .collect(Collectors.toMap(Map.Entry::getKey, hit -> hit.getValue()
                                            .ppm())));
            assertThat(found).as(where).isEqualTo(loop(need, facts, asked, ours, basis));
            hits += found.size();
        }
        return hits;
    }

    private static SortedMap<CurrentMatchKey, Integer> loop(
            NeedFact need, Facts facts, Asked asked, Predicate<String> ours, Basis basis) {
        SortedMap<CurrentMatchKey, Integer> found = new TreeMap<>();
        Candidate candidate = Candidate.of(need, facts.division(need.divisionCode()), basis.on());
        asked.plain.values().stream()
                .filter(wish -> ours.test(wish.organization()) && wish.filter().admits(candidate))
                .forEach(wish -> RULES.matches(List.of(need), facts.offersOf(wish.organization()), facts, basis)
                        .filter(match -> match.ppm() >= wish.filter().leastPpm())
                        .forEach(match -> found.put(
                                new CurrentMatchKey(
                                        wish.id(), need.id(), match.offer().id()),
                                match.ppm())));
        return found;
    }

    /** Wishes that come, change and go, in a plain map and as they stand. */
    private static final class Asked {

        private final Random random;
        private final RandomFilters filters;
        private final int organizations;
        private final List<UUID> ids;
        private final Map<UUID, Wish> plain = new HashMap<>();
        private final Wishes standing = new Wishes();

        Asked(Random random, int size) {
            this.random = random;
            this.filters = new RandomFilters(random);
            this.organizations = Math.max(2, size / 4);
            this.ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                    .limit(size)
                    .toList();
        }

        void change(int times) {
            for (int i = 0; i < times; i++) {
                UUID id = pick(ids);
                if (random.nextInt(4) == 0) {
                    plain.remove(id);
                    standing.remove(id);
                } else {
                    Wish wish = wish(id);
                    plain.put(id, wish);
                    standing.put(wish);
                }
            }
        }

        private Wish wish(UUID id) {
            return new Wish(
                    id,
                    "CODE" + random.nextInt(organizations),
                    some(FIELDS),
                    some(DIVISIONS),
                    some(List.of("RELIEF", "CAPACITY_BUILDING")),
                    some(List.of("DEVELOPMENT", "DIRECT_AID")),
                    random.nextBoolean() ? 0 : random.nextInt(800_000),
                    random.nextInt(3) == 0 ? filters.filter(2) : Filter.ALL);
        }

        private List<String> some(List<String> names) {
            return names.stream().filter(name -> random.nextInt(3) == 0).toList();
        }

        <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }
}
