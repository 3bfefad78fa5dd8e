package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking again at only what a change can touch comes to the same as looking at everything. */
class EvaluationTest {

    private static final int CHANGES = 400;
    private static final Policy EVEN = new Policy(
            1,
            Instant.EPOCH,
            "for tests",
            Arrays.stream(Factor.values()).collect(Collectors.toMap(factor -> factor, factor -> 1)));
    private static final Basis BASIS = new Basis(EVEN, Pairings.ofReference(), Likeness.NONE, Attention.NONE, TODAY);
    private static final MatchEngine ENGINE = new MatchEngine();

    private static final List<String> COUNTIES = List.of("130722", "130723", "130825", "130708");
    private static final List<String> FIELDS = List.of("EDUCATION", "HEALTH");
    private static final List<String> CODES = List.of("51110102AAAAAAAAA1", "51120000AAAAAAAAA2", "51100000AAAAAAAAA3");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsTouchedIsAllThatChanges(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        Facts facts = new Facts();
        List<Wish> wishes = world.wishes();
        SortedMap<CurrentMatchKey, Integer> state = new TreeMap<>();
        int everMatched = 0;

        for (int i = 0; i < CHANGES; i++) {
            Fact fact = world.change();
            facts.put(fact);
            Scope scope = Scope.touchedBy(fact, facts);
            state.keySet().removeIf(key -> lies(key, scope));
            Evaluation.of(wishes, scope, facts, ENGINE, BASIS).forEach((key, match) -> state.put(key, match.ppm()));

            var all = Evaluation.of(wishes, new Scope.Everything(), facts, ENGINE, BASIS);
            assertThat(state).as("seed %d, change %d: %s", seed, i, fact).isEqualTo(scores(all));
            everMatched = Math.max(everMatched, state.size());
        }

        assertThat(everMatched).as("a test over no match proves nothing").isPositive();
    }

    private static SortedMap<CurrentMatchKey, Integer> scores(SortedMap<CurrentMatchKey, Match> matches) {
        return matches.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().ppm(), (one, other) -> one, TreeMap::new));
    }

    private static boolean lies(CurrentMatchKey key, Scope scope) {
        return switch (scope) {
            case Scope.OfNeeds(var ids) -> ids.contains(key.needId());
            case Scope.OfOffers(var ids) -> ids.contains(key.offerId());
            case Scope.Everything() -> true;
        };
    }

    /** A few needs, offers, organizations and counties that change at random. */
    private static final class World {

        private final Random random;
        private final List<UUID> needs;
        private final List<UUID> offers;
        private final List<UUID> organizations;
        private final Map<UUID, Long> versions = new HashMap<>();

        World(Random random) {
            this.random = random;
            this.needs = ids(8);
            this.offers = ids(6);
            this.organizations = ids(CODES.size());
        }

        List<Wish> wishes() {
            return CODES.stream()
                    .flatMap(code -> IntStream.range(0, 2)
                            .mapToObj(i -> new Wish(
                                    uuid(),
                                    code,
                                    i == 0 ? List.of() : List.of(pick(FIELDS)),
                                    i == 0 ? List.of() : List.of("130700"),
                                    List.of(),
                                    List.of(),
                                    i * 500_000)))
                    .toList();
        }

        Fact change() {
            return switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> need();
                case 4, 5, 6 -> offer();
                case 7, 8 -> organization();
                default ->
                    aDivision(pick(COUNTIES), random.nextBoolean() ? "NATIONAL" : null, null, random.nextBoolean());
            };
        }

        private Fact need() {
            return aNeed(need -> {
                need.id = pick(needs);
                need.version = next(need.id);
                need.status = random.nextInt(4) == 0 ? "WITHDRAWN" : "PUBLISHED";
                need.divisionCode = pick(COUNTIES);
                need.field = pick(FIELDS);
                need.deadline = TODAY.plusDays(random.nextInt(200) - 20);
                need.splittable = random.nextBoolean();
                need.items = List.of(new ItemFact("GOODS.BOOKS", "册", 1_000, 1_000_000L * (1 + random.nextInt(9))));
                need.admittedLevels = random.nextInt(5) == 0 ? List.of("NATIONAL") : List.of();
                need.excludedOrganizations = random.nextInt(5) == 0 ? List.of(pick(CODES)) : List.of();
            });
        }

        private Fact offer() {
            return anOffer(offer -> {
                int which = random.nextInt(offers.size());
                offer.id = offers.get(which);
                offer.version = next(offer.id);
                offer.organizationId = organizations.get(which % CODES.size());
                offer.creditCode = CODES.get(which % CODES.size());
                offer.status = random.nextInt(5) == 0 ? "EXHAUSTED" : "OPEN";
                offer.fields = random.nextBoolean() ? FIELDS : List.of(pick(FIELDS));
                offer.divisions = random.nextInt(3) == 0 ? List.of("130700") : List.of();
                offer.smallestCommitmentFen = 1_000_000L * random.nextInt(5);
                offer.largestCommitmentFen = 1_000_000L * (3 + random.nextInt(5));
            });
        }

        private Fact organization() {
            return anOrganization(organization -> {
                int which = random.nextInt(CODES.size());
                organization.id = organizations.get(which);
                organization.version = next(organization.id);
                organization.creditCode = CODES.get(which);
                organization.registrarDivision = CODES.get(which).substring(2, 8);
                organization.status = random.nextInt(5) == 0 ? "SUSPENDED" : "VERIFIED";
                organization.rating = random.nextBoolean() ? new Rating("AAA", TODAY.minusYears(1), TODAY) : null;
                organization.blacklistings =
                        random.nextInt(6) == 0 ? List.of(new Listing(TODAY.minusDays(5), null)) : List.of();
            });
        }

        private long next(UUID id) {
            return versions.merge(id, 1L, Long::sum);
        }

        private <T> T pick(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        private UUID uuid() {
            return new UUID(random.nextLong(), random.nextLong());
        }

        private List<UUID> ids(int count) {
            return IntStream.range(0, count).mapToObj(i -> uuid()).toList();
        }
    }
}
