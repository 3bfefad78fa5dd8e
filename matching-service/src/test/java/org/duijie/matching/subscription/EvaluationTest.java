package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.chassis.text.Text;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.filter.Candidate;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;
import org.junit.jupiter.api.Test;
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

    /** The pairing of the last began in April 2018: days before and after that are among the days below. */
    private static final List<String> COUNTIES = List.of("130722", "130723", "130825", "130708", "130728");

    /** Turns by the calendar, by the county's marks, and by what is left of the need. */
    private static final Filter SOON_OR_WORTHY = Filter.parse(
            "((deadline<=25d AND deadline>=3d) OR priority:NATIONAL_KEY OR amount>=60000) AND NOT amount>=80000",
            "?filter");

    private static final List<String> FIELDS = List.of("EDUCATION", "HEALTH");
    private static final List<String> CODES =
            List.of("51110102AAAAAAAAA1", "51120000AAAAAAAAA2", "51100000AAAAAAAAA3", "51110116AAAAAAAAA4");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsTouchedIsAllThatChanges(long seed) {
        Random random = new Random(seed);
        World world = new World(random);
        Facts facts = new Facts();
        Basis basis = BASIS;
        List<Wish> asked = world.wishes();
        Wishes wishes = new Wishes();
        asked.forEach(wishes::put);
        SortedMap<CurrentMatchKey, Integer> state = new TreeMap<>();
        int everMatched = 0;
        int movedByTheCalendar = 0;

        for (int i = 0; i < CHANGES; i++) {
            List<Scope> touched;
            int kind = random.nextInt(10);
            SortedMap<CurrentMatchKey, Integer> before = new TreeMap<>(state);
            if (kind == 0) {
                LocalDate day = TODAY.plusDays(random.nextInt(310) - 250);
                DayPassage passage = new DayPassage(basis.on(), day);
                basis = basis.on(day);
                touched = pieces(ReasonCode.DAY_BEGAN, passage.subject(), facts, basis, wishes);
            } else if (kind == 1) {
                basis = basis.with(world.policy());
                touched = pieces(ReasonCode.POLICY_CHANGED, "2", facts, basis, wishes);
            } else {
                Fact fact = world.change();
                facts.put(fact);
                touched = List.of(Scope.touchedBy(fact, facts));
            }
            Evaluation evaluation = new Evaluation(wishes, code -> true, facts, ENGINE, basis);
            for (Scope scope : touched) {
                state.keySet().removeIf(key -> lies(key, scope, facts));
                evaluation.of(scope).forEach((key, match) -> state.put(key, match.ppm()));
            }

            assertThat(state).as("seed %d, change %d", seed, i).isEqualTo(everything(asked, facts, basis));
            everMatched = Math.max(everMatched, state.size());
            movedByTheCalendar += kind == 0 && !state.equals(before) ? 1 : 0;
        }

        assertThat(everMatched).as("a test over no match proves nothing").isPositive();
        assertThat(movedByTheCalendar).as("days that changed something").isPositive();
    }

    @Test
    void aDayOnWhichNothingTurnsTouchesNothing() {
        World world = new World(new Random(9));
        Facts facts = new Facts();
        Wishes wishes = new Wishes();
        world.wishes().forEach(wishes::put);
        facts.put(aNeed(need -> need.deadline = TODAY.plusDays(20)));

        assertThat(pieces(
                        ReasonCode.DAY_BEGAN,
                        new DayPassage(TODAY, TODAY.plusDays(1)).subject(),
                        facts,
                        BASIS.on(TODAY.plusDays(1)),
                        wishes))
                .isEmpty();
    }

    private static List<Scope> pieces(ReasonCode code, String subject, Facts facts, Basis basis, Wishes wishes) {
        Occasion occasion =
                new Occasion(code, subject, Text.of("试", "test"), List.of(), Cause.of("test", Instant.EPOCH));
        return new Pieces(facts, basis, wishes)
                .of(occasion).stream().map(Piece::scope).toList();
    }

    /** Every wish asks every one of its organization's offers about every need. */
    private static SortedMap<CurrentMatchKey, Integer> everything(List<Wish> wishes, Facts facts, Basis basis) {
        SortedMap<CurrentMatchKey, Integer> found = new TreeMap<>();
        for (Wish wish : wishes) {
            ENGINE.matches(facts.needs(), facts.offersOf(wish.organization()), facts, basis)
                    .filter(match -> match.ppm() >= wish.filter().leastPpm()
                            && wants(wish, match.need())
                            && wish.expression()
                                    .admits(Candidate.of(
                                            match.need(),
                                            facts.division(match.need().divisionCode()),
                                            basis.on())))
                    .forEach(match -> found.put(
                            new CurrentMatchKey(
                                    wish.id(), match.need().id(), match.offer().id()),
                            match.ppm()));
        }
        return found;
    }

    private static boolean wants(Wish wish, NeedFact need) {
        return (wish.fields().isEmpty() || wish.fields().contains(need.field()))
                && (wish.modes().isEmpty() || wish.modes().contains(need.mode()))
                && (wish.categories().isEmpty() || wish.categories().contains(need.category()))
                && (wish.divisions().isEmpty()
                        || wish.divisions().stream().anyMatch(code -> DivisionCode.covers(code, need.divisionCode())));
    }

    private static boolean lies(CurrentMatchKey key, Scope scope, Facts facts) {
        return switch (scope) {
            case Scope.OfNeeds(var ids) -> ids.contains(key.needId());
            case Scope.OfOffers(var ids) -> ids.contains(key.offerId());
            case Scope.OfWatched _ -> false;
            case Scope.OfOrganizations(var codes) ->
                codes.contains(
                        Objects.requireNonNull(facts.offer(key.offerId())).creditCode());
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
                    .flatMap(code -> IntStream.range(0, 3)
                            .mapToObj(i -> new Wish(
                                    uuid(),
                                    code,
                                    i != 1 ? List.of() : List.of(pick(FIELDS)),
                                    i != 1 ? List.of() : List.of("130700"),
                                    i != 1 ? List.of() : List.of("CAPACITY_BUILDING", "RELIEF"),
                                    i == 0 ? List.of("DEVELOPMENT", "DIRECT_AID") : List.of(),
                                    i == 1 ? 500_000 : 0,
                                    i == 2 ? SOON_OR_WORTHY : Filter.ALL)))
                    .toList();
        }

        Policy policy() {
            return new Policy(
                    2 + random.nextInt(1_000),
                    Instant.EPOCH,
                    "for tests",
                    Arrays.stream(Factor.values())
                            .collect(Collectors.toMap(factor -> factor, factor -> 1 + random.nextInt(20))));
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
                need.category = pick(List.of("DEVELOPMENT", "DIRECT_AID", "PUBLIC_WELFARE"));
                need.periodStart = TODAY.minusDays(random.nextInt(200));
                need.periodEnd = TODAY.plusDays(random.nextInt(300) - 20);
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
                offer.validUntil = TODAY.plusDays(random.nextInt(300) - 50);
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
                organization.rating = random.nextBoolean()
                        ? new Rating("AAA", TODAY.minusDays(random.nextInt(300)), TODAY.plusDays(random.nextInt(40)))
                        : null;
                organization.blacklistings = random.nextInt(4) == 0
                        ? List.of(new Listing(
                                TODAY.minusDays(random.nextInt(60)),
                                random.nextBoolean() ? TODAY.plusDays(random.nextInt(30)) : null))
                        : List.of();
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
