package org.duijie.matching.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.matching.match.PairMother.listedSince;
import static org.duijie.matching.replica.FactMother.CREDIT_CODE;
import static org.duijie.matching.replica.FactMother.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.duijie.matching.replica.ItemFact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an explanation proposes, done as a whole, turns any pair into a match; and all of it is needed. */
class WayToMatchTest {

    private static final int PAIRS = 1_000;
    private static final String RELATED = "52130722MJ0000001X";
    private static final List<ItemFact> RESOURCES = List.of(
            new ItemFact("GOODS.BOOKS", "册", 1_000, 2_000_000),
            new ItemFact("GOODS.BOOKS.ATLASES", "册", 1_000, 900_000),
            new ItemFact("GOODS.DESKS", "张", 1_000, 1_500_000),
            new ItemFact("VOLUNTEERS.TEACHERS", "人月", 1_000, 0));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everythingProposedTogetherTurnsAPairAndNothingOfItIsIdle(long seed) {
        Random random = new Random(seed);
        Set<Rule> broken = EnumSet.noneOf(Rule.class);
        int most = 0;
        int turned = 0;
        for (int i = 0; i < PAIRS; i++) {
            long pair = random.nextLong();
            Judgement before = MatchEngine.judge(aRandomPair(pair).build());
            if (!before.matches()) {
                List<Edit> edits = before.edits();
                assertThat(after(pair, edits)).as("%s of pair %d", edits, pair).isEmpty();
                for (int left = 0; left < edits.size(); left++) {
                    List<Edit> less = new ArrayList<>(edits);
                    less.remove(left);
                    assertThat(after(pair, less))
                            .as("pair %d without %s", pair, edits.get(left))
                            .isNotEmpty();
                }
                before.breaches().forEach(breach -> broken.add(breach.rule()));
                most = Math.max(most, before.breaches().size());
                turned++;
            }
        }
        assertThat(broken).as("rules that were broken").containsExactlyInAnyOrder(Rule.values());
        assertThat(most).as("rules broken at once").isGreaterThan(5);
        assertThat(turned).isGreaterThan(PAIRS / 2);
    }

    private static List<Rule> after(long pair, List<Edit> edits) {
        PairMother mother = aRandomPair(pair);
        mother.apply(edits);
        return MatchEngine.judge(mother.build()).breaches().stream()
                .map(Breach::rule)
                .toList();
    }

    /** The same pair for the same seed. Its need has been handed in, its organization is known. */
    private static PairMother aRandomPair(long seed) {
        Random random = new Random(seed);
        PairMother pair = new PairMother();
        pair.need.status = pick(random, "PUBLISHED", "PUBLISHED", "PUBLISHED", "SUBMITTED", "WITHDRAWN", "EXPIRED");
        pair.need.items = items(random);
        pair.need.splittable = random.nextBoolean();
        pair.need.deadline = day(random);
        pair.need.periodStart = day(random);
        pair.need.periodEnd = pair.need.periodStart.plusDays(random.nextInt(60));
        pair.need.admittedLevels = some(random, List.of("NATIONAL", "PROVINCIAL"));
        pair.need.admittedTypes = some(random, List.of("FOUNDATION"));
        pair.need.excludedOrganizations = some(random, List.of(CREDIT_CODE));
        pair.need.beneficiaryOrganization = random.nextInt(3) == 0 ? pick(random, RELATED, CREDIT_CODE) : null;
        pair.offer.status = pick(random, "OPEN", "OPEN", "OPEN", "EXHAUSTED");
        pair.offer.items = items(random);
        pair.offer.smallestCommitmentFen = random.nextInt(3) == 0 ? null : 500_000L * random.nextInt(12);
        pair.offer.largestCommitmentFen = random.nextInt(3) == 0 ? null : 6_000_000L - 500_000L * random.nextInt(10);
        pair.offer.fields = some(random, List.of(pick(random, "HEALTH", "EDUCATION")));
        pair.offer.divisions = some(random, List.of(pick(random, "130800", "130700", "130722")));
        pair.offer.excludedDivisions = some(random, List.of("130700", "130722"));
        pair.offer.modes = some(random, List.of("RELIEF"));
        pair.offer.validFrom = day(random);
        pair.offer.validUntil = pair.offer.validFrom.plusDays(random.nextInt(60));
        pair.organization.status = pick(random, "VERIFIED", "VERIFIED", "VERIFIED", "SUSPENDED");
        pair.organization.relatedParties = some(random, List.of(RELATED));
        pair.organization.abnormalListings = some(random, List.of(listedSince("2018-08-01")));
        pair.organization.blacklistings = some(random, List.of(listedSince("2018-09-01")));
        return pair;
    }

    private static List<ItemFact> items(Random random) {
        List<ItemFact> items = new ArrayList<>(RESOURCES);
        items.removeIf(item -> random.nextBoolean());
        return items.isEmpty() ? RESOURCES.subList(0, 1) : items;
    }

    private static LocalDate day(Random random) {
        return TODAY.plusDays(random.nextInt(120) - 30);
    }

    private static <T> List<T> some(Random random, List<T> list) {
        return random.nextInt(4) == 0 ? list : List.of();
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
