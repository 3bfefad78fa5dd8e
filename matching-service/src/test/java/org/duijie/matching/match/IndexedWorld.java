package org.duijie.matching.match;

import static org.duijie.matching.replica.FactMother.TODAY;
import static org.duijie.matching.replica.FactMother.aDivision;
import static org.duijie.matching.replica.FactMother.aNeed;
import static org.duijie.matching.replica.FactMother.anOffer;
import static org.duijie.matching.replica.FactMother.anOrganization;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.Likeness;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Listing;
import org.duijie.matching.replica.OrganizationFact.Rating;

/**
 * Facts that change at random, made to be awkward: codes within codes, several items of one code, values of zero, thousands
 * of ties, organizations that come late or never, counties that nobody knows, names beyond what an index has room for.
 */
public final class IndexedWorld {

    private static final List<String> CODES = List.of(
            "GOODS",
            "GOODS.BOOKS",
            "GOODS.BOOKS",
            "GOODS.BOOKS.ATLASES",
            "GOODS.BOOKSHELVES",
            "FUNDS",
            "SERVICE.TRAINING",
            "SERVICE.TRAINING.TEACHERS");
    private static final List<String> UNITS = List.of("册", "册", "册", "元");
    private static final int TEXT_DIMENSIONS = 512;
    private static final int TEXT_COORDINATE = 7;
    private static final List<String> COUNTIES =
            List.of("130722", "130723", "130825", "130708", "130100", "320113", "13");
    private static final List<String> HOMES =
            List.of("110102", "110105", "110000", "130722", "130700", "130000", "120110", "100000", "320100", "x");
    private static final List<String> AREAS =
            List.of("130000", "130700", "130722", "130723", "320000", "110000", "1307", "");
    private static final List<String> FIELDS = List.of("EDUCATION", "HEALTH", "INDUSTRY", "OTHER");

    private final Random random;

    /** The share of things that are all alike, in percent. */
    private final int alike;

    private final List<UUID> needs;
    private final List<UUID> offers;
    private final List<UUID> organizations;
    private final Map<UUID, Long> versions = new HashMap<>();

    public IndexedWorld(Random random, int size, int alike) {
        this.random = random;
        this.alike = alike;
        this.needs = ids(size);
        this.offers = ids(size);
        this.organizations = ids(Math.max(2, size / 4));
    }

    public Fact change() {
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> need();
            case 8, 9, 10, 11, 12, 13, 14, 15 -> offer();
            case 16, 17, 18 -> organization();
            default ->
                aDivision(
                        pick(COUNTIES),
                        random.nextBoolean() ? "NATIONAL" : null,
                        random.nextInt(3) == 0 ? "CONFIRMED" : null,
                        random.nextBoolean());
        };
    }

    NeedFact need() {
        boolean plain = random.nextInt(100) < alike;
        return aNeed(need -> {
            need.id = pick(needs);
            need.version = next(need.id);
            need.status = rarely() ? pick(List.of("DRAFT", "WITHDRAWN")) : "PUBLISHED";
            need.divisionCode = plain ? "130722" : pick(COUNTIES);
            need.category = pick(List.of("DEVELOPMENT", "DIRECT_AID", "CATEGORY3"));
            need.field = plain ? "EDUCATION" : rarely() ? "FIELD" + random.nextInt(40) : pick(FIELDS);
            need.mode = pick(List.of("RELIEF", "CAPACITY_BUILDING", "CAPACITY_BUILDING"));
            need.items = plain ? need.items : items(1 + random.nextInt(3), true);
            need.splittable = random.nextBoolean();
            need.periodStart = TODAY.plusDays(random.nextInt(60) - 30);
            need.periodEnd = need.periodStart.plusDays(random.nextInt(300));
            need.deadline = TODAY.plusDays(random.nextInt(220) - 10);
            need.admittedLevels = rarely() ? some(List.of("NATIONAL", "COUNTY", "LEVEL3")) : List.of();
            need.admittedTypes = rarely() ? some(List.of("FOUNDATION", "ASSOCIATION", "TYPE5")) : List.of();
            need.excludedOrganizations = rarely() ? List.of("CODE" + random.nextInt(9)) : List.of();
            need.beneficiaryOrganization = rarely() ? "CODE" + random.nextInt(9) : null;
        });
    }

    OfferFact offer() {
        boolean plain = random.nextInt(100) < alike;
        return anOffer(offer -> {
            int which = random.nextInt(offers.size());
            offer.id = offers.get(which);
            offer.version = next(offer.id);
            offer.organizationId = organizations.get((which + (rarely() ? 1 : 0)) % organizations.size());
            offer.creditCode = "CODE" + which % organizations.size();
            offer.status = rarely() ? "EXHAUSTED" : "OPEN";
            offer.items = plain ? offer.items : items(random.nextInt(10) == 0 ? 0 : 1 + random.nextInt(3), false);
            offer.smallestCommitmentFen = random.nextBoolean() ? null : 100_000L * random.nextInt(20);
            offer.largestCommitmentFen = random.nextBoolean() ? null : 1_000_000L * random.nextInt(9);
            offer.fields = plain
                    ? List.of("EDUCATION")
                    : rarely()
                            ? List.of("FIELD" + random.nextInt(40))
                            : random.nextBoolean() ? List.of() : some(FIELDS);
            offer.divisions = plain || random.nextBoolean() ? List.of() : some(AREAS);
            offer.excludedDivisions = rarely() ? some(AREAS) : List.of();
            offer.modes = random.nextBoolean() ? List.of() : some(List.of("RELIEF", "CAPACITY_BUILDING"));
            offer.validFrom = TODAY.plusDays(random.nextInt(60) - 50);
            offer.validUntil = TODAY.plusDays(random.nextInt(400) - 5);
        });
    }

    private Fact organization() {
        return anOrganization(organization -> {
            int which = random.nextInt(organizations.size());
            organization.id = organizations.get(which);
            organization.version = next(organization.id);
            organization.creditCode = "CODE" + which;
            organization.registrarDivision = pick(HOMES);
            organization.level = rarely() ? "LEVEL" + random.nextInt(30) : pick(List.of("NATIONAL", "COUNTY"));
            organization.type = rarely() ? "TYPE" + random.nextInt(30) : pick(List.of("FOUNDATION", "ASSOCIATION"));
            organization.status = rarely() ? "SUSPENDED" : "VERIFIED";
            organization.relatedParties = rarely() ? List.of("CODE" + random.nextInt(9)) : List.of();
            organization.rating =
                    random.nextBoolean() ? new Rating(pick(List.of("A", "AAA", "AAAAA")), day(-400), day(0)) : null;
            organization.inspections = random.nextBoolean()
                    ? List.of(new Inspection(2017, pick(List.of("PASSED", "BASICALLY_PASSED", "FAILED", "?"))))
                    : List.of();
            organization.abnormalListings = rarely() ? List.of(new Listing(day(-20), day(0))) : List.of();
            organization.blacklistings = rarely() ? List.of(new Listing(day(-20), null)) : List.of();
        });
    }

    private List<ItemFact> items(int count, boolean wanted) {
        List<ItemFact> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long quantity = rarely() ? Long.MAX_VALUE / 3 : 1_000L * (1 + random.nextInt(3000));
            long value = random.nextInt(3) == 0 ? 0 : rarely() ? Long.MAX_VALUE / 4 : 100_000L * random.nextInt(90);
            items.add(new ItemFact(pick(CODES), pick(UNITS), quantity, wanted ? value : 1));
        }
        return items;
    }

    /** Not every text has been read, and what was read can change with the version. */
    public Likeness likeness() {
        long seed = random.nextLong();
        return new Likeness() {
            @Override
            public String model() {
                return "for tests";
            }

            @Override
            public TextVector of(NeedFact need) {
                return vector(need);
            }

            @Override
            public TextVector of(OfferFact offer) {
                return vector(offer);
            }

            private TextVector vector(Fact fact) {
                Random own = new Random(seed ^ fact.id().hashCode() ^ fact.version());
                if (own.nextInt(4) == 0) {
                    return null;
                }
                // More or less of what all have in common: likenesses of every size.
                double common = own.nextDouble();
                byte[] coordinates = new byte[TEXT_DIMENSIONS];
                for (int i = 0; i < coordinates.length; i++) {
                    boolean alike = own.nextDouble() < common ? i % 3 == 0 : own.nextBoolean();
                    coordinates[i] = (byte) (alike ? TEXT_COORDINATE : -TEXT_COORDINATE);
                }
                return TextVector.ofBytes(coordinates);
            }
        };
    }

    public Attention attention() {
        Map<String, Integer> lacks = new HashMap<>();
        COUNTIES.stream()
                .filter(county -> random.nextInt(4) > 0)
                .forEach(county -> lacks.put(county, random.nextInt(1_000_001)));
        return new Attention() {
            @Override
            public int edition() {
                return 1;
            }

            @Override
            public OptionalInt lackPpm(String divisionCode) {
                Integer lack = lacks.get(divisionCode);
                return lack == null ? OptionalInt.empty() : OptionalInt.of(lack);
            }
        };
    }

    public Policy policy() {
        Map<Factor, Integer> weights = new HashMap<>();
        for (Factor factor : Factor.values()) {
            weights.put(factor, random.nextInt(4) == 0 ? 0 : random.nextInt(30));
        }
        weights.merge(pick(List.of(Factor.values())), 1, Integer::sum);
        return ScoreTest.policy(weights);
    }

    private LocalDate day(int around) {
        return TODAY.plusDays(around + random.nextInt(40) - 20);
    }

    private boolean rarely() {
        return random.nextInt(12) == 0;
    }

    public <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> some(List<T> list) {
        List<T> some = new ArrayList<>(
                list.stream().filter(any -> random.nextInt(3) == 0).toList());
        some.add(pick(list));
        return some;
    }

    private long next(UUID id) {
        return versions.merge(id, 1L, Long::sum);
    }

    private List<UUID> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
                .toList();
    }
}
