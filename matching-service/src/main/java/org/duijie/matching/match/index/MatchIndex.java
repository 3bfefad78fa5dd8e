package org.duijie.matching.match.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.match.Agenda;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Scale;
import org.duijie.matching.match.StandingChecks;
import org.duijie.matching.pairing.Pairings;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * Finds matches without looking at every pair. Its answers are those of a full scan of the facts that it follows, on the
 * day that it stands at, on any basis. Many may ask at once; who puts a fact in does so alone, so nobody sees half of it.
 */
public final class MatchIndex {

    /** Takes what is found. */
    @FunctionalInterface
    public interface Taker<T> {
        void take(T found, int ppm);
    }

    /**
     * How much is in it.
     *
     * @param bytes what it takes in memory besides the facts, reckoned from its parts
     */
    public record Size(int offers, int needs, long bytes) {}

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private OfferIndex offers;
    private NeedIndex needs;
    private LocalDate on;

    /** What was worked out for a day and its pairings. */
    private volatile Worked worked = new Worked(Pairings.NONE, LocalDate.EPOCH);

    private record Worked(
            Pairings pairings, LocalDate on, Map<String, Surroundings> surroundings, Map<String, Ties> homes) {

        Worked(Pairings pairings, LocalDate on) {
            this(pairings, on, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    private record Weighed(Policy policy, Weights weights) {}

    private volatile @Nullable Weighed weighed;

    /** How much less attention than its share each county got. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Lacks(Attention attention, int[] ppm) {}

    private volatile Lacks lacks = new Lacks(Attention.NONE, new int[0]);

    /** An index of nothing yet. */
    public MatchIndex(LocalDate on) {
        this.on = on;
        offers = new OfferIndex(on);
        needs = new NeedIndex(on);
    }

    /** The day that the index stands at; on no other can it be asked. */
    public LocalDate on() {
        return locked(() -> on);
    }

    public Size size() {
        return locked(() -> new Size(offers.size(), needs.size(), offers.bytes() + needs.bytes()));
    }

    /** Forgets everything, and makes the index of many facts at once. */
    public void fill(Facts facts) {
        exclusively(() -> {
            offers = new OfferIndex(on);
            needs = new NeedIndex(on);
            worked = new Worked(Pairings.NONE, LocalDate.EPOCH);
            facts.divisions().forEach(needs::put);
            offers.fill(facts.organizations(), facts.offers());
            needs.fill(facts.needs());
        });
    }

    /** Takes in a state in place of the one known. */
    public void put(Fact fact) {
        exclusively(() -> {
            switch (fact) {
                case DivisionFact division -> needs.put(division);
                case NeedFact need -> needs.put(need);
                case OrganizationFact organization -> offers.put(organization);
                case OfferFact offer -> offers.put(offer);
            }
        });
    }

    /** Goes to another day, and looks again at those for whom it makes a difference. */
    public void moveTo(LocalDate day, Facts facts) {
        exclusively(() -> {
            Agenda.Turned turned = Agenda.between(on, day, facts, Pairings.NONE);
            on = day;
            offers.moveTo(day, all(turned.offers(), facts::offer), all(turned.organizations(), facts::organization));
            needs.moveTo(day, all(turned.needs(), facts::need));
        });
    }

    /** The offers of an organization. */
    public List<OfferFact> offersOf(UUID organization) {
        return locked(() -> offers.of(organization));
    }

    /** Can it be asked about such a need? One whose sums do not fit is left to the rules themselves. */
    public static boolean admits(NeedFact need) {
        return WantedLines.countable(need);
    }

    /** Can it be asked about such an offer? */
    public static boolean admits(OfferFact offer) {
        return offer.items().size() < Long.SIZE - 1;
    }

    private static <T> List<T> all(Set<UUID> ids, Function<UUID, @Nullable T> known) {
        List<T> all = new ArrayList<>();
        for (UUID id : ids) {
            T fact = known.apply(id);
            if (fact != null) {
                all.add(fact);
            }
        }
        return all;
    }

    /**
     * Tells the best offers for a need, in no particular order.
     *
     * @param division of the need
     * @param among only of these
     * @return whether the basis is of the day that the index stands at; if not, nothing was told
     */
    public boolean topOffers(
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Judge judge,
            Predicate<OfferFact> among,
            int limit,
            Taker<OfferFact> taker) {
        return onItsDay(basis, () -> {
            Best best = new Best(offers.ordinals, limit, ordinal -> among.test(offers.fact(ordinal)));
            searchOffers(need, division, basis, judge, best, false);
            best.forEach((ppm, ordinal) -> taker.take(offers.fact(ordinal), ppm));
        });
    }

    /** Tells every offer that matches a need with no less than such a score; else as for the best. */
    public boolean allOffers(
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Judge judge,
            Predicate<OfferFact> among,
            int leastPpm,
            Taker<OfferFact> taker) {
        return onItsDay(basis, () -> {
            Every every = new Every(
                    leastPpm,
                    ordinal -> among.test(offers.fact(ordinal)),
                    (ppm, ordinal) -> taker.take(offers.fact(ordinal), ppm));
            searchOffers(need, division, basis, judge, every, true);
        });
    }

    /**
     * Tells what each of some offers scores for a need; else as for the best.
     *
     * @param scores by place among these offers, to be filled: {@link Scale#ABSENT} where one does not match
     */
    public boolean scores(
            NeedFact need,
            @Nullable DivisionFact division,
            Basis basis,
            Judge judge,
            List<OfferFact> some,
            int[] scores) {
        return onItsDay(basis, () -> {
            Arrays.fill(scores, Scale.ABSENT);
            int[] ordinals = some.stream()
                    .mapToInt(offer -> offers.ordinals.of(offer.id()))
                    .toArray();
            if (need.open()) {
                search(need, division, basis, judge, new Scores(ordinals, scores))
                        .judge(ordinals);
            }
        });
    }

    private void searchOffers(
            NeedFact need, @Nullable DivisionFact division, Basis basis, Judge judge, Found found, boolean everything) {
        if (need.open()) {
            search(need, division, basis, judge, found).run(everything);
        }
    }

    private OfferSearch search(NeedFact need, @Nullable DivisionFact division, Basis basis, Judge judge, Found found) {
        return new OfferSearch(
                offers, need, division, basis, surroundings(need.divisionCode(), basis), weights(basis), judge, found);
    }

    /** Tells the best needs for an offer, in no particular order; else as for the other side. */
    public boolean topNeeds(
            OfferFact offer,
            @Nullable OrganizationFact organization,
            Basis basis,
            Judge judge,
            Predicate<NeedFact> among,
            int limit,
            Taker<NeedFact> taker) {
        return onItsDay(basis, () -> {
            Best best = new Best(needs.ordinals, limit, ordinal -> among.test(needs.fact(ordinal)));
            searchNeeds(offer, organization, basis, judge, best);
            best.forEach((ppm, ordinal) -> taker.take(needs.fact(ordinal), ppm));
        });
    }

    /** Tells every need that matches an offer with no less than such a score; else as for the best. */
    public boolean allNeeds(
            OfferFact offer,
            @Nullable OrganizationFact organization,
            Basis basis,
            Judge judge,
            Predicate<NeedFact> among,
            int leastPpm,
            Taker<NeedFact> taker) {
        return onItsDay(basis, () -> {
            Every every = new Every(
                    leastPpm,
                    ordinal -> among.test(needs.fact(ordinal)),
                    (ppm, ordinal) -> taker.take(needs.fact(ordinal), ppm));
            searchNeeds(offer, organization, basis, judge, every);
        });
    }

    private void searchNeeds(
            OfferFact offer, @Nullable OrganizationFact organization, Basis basis, Judge judge, Found found) {
        if (organization != null
                && offer.open()
                && !offer.validUntil().isBefore(basis.on())
                && StandingChecks.eligible(organization, basis.on())) {
            new NeedSearch(
                            needs,
                            offer,
                            organization,
                            basis,
                            ties(organization.registrarDivision(), basis),
                            attention(basis),
                            weights(basis),
                            judge)
                    .run(found);
        }
    }

    private Weights weights(Basis basis) {
        Weighed known = weighed;
        if (known == null || known.policy != basis.policy()) {
            known = new Weighed(basis.policy(), new Weights(basis.policy()));
            weighed = known;
        }
        return known.weights;
    }

    private Worked worked(Basis basis) {
        Worked known = worked;
        if (known.pairings != basis.pairings() || !known.on.equals(basis.on())) {
            known = new Worked(basis.pairings(), basis.on());
            worked = known;
        }
        return known;
    }

    private Surroundings surroundings(String county, Basis basis) {
        Map<String, Surroundings> known = worked(basis).surroundings;
        Surroundings ready = known.get(county);
        if (ready == null || ready.ties().places() != offers.table.homes.size()) {
            Places homes = offers.table.homes;
            ready = new Surroundings(county, homes, Ties.ofCounty(county, homes, basis.pairings(), basis.on()));
            known.put(county, ready);
        }
        return ready;
    }

    private Ties ties(String home, Basis basis) {
        Map<String, Ties> known = worked(basis).homes;
        Ties ready = known.get(home);
        if (ready == null || ready.places() != needs.table.counties.size()) {
            ready = Ties.ofHome(home, needs.table.counties, basis.pairings(), basis.on());
            known.put(home, ready);
        }
        return ready;
    }

    private int[] attention(Basis basis) {
        Lacks known = lacks;
        Places counties = needs.table.counties;
        if (known.attention != basis.attention() || known.ppm.length != counties.size()) {
            int[] ppm = IntStream.range(0, counties.size())
                    .map(county ->
                            basis.attention().lackPpm(counties.code(county)).orElse(Scale.ABSENT))
                    .toArray();
            known = new Lacks(basis.attention(), ppm);
            lacks = known;
        }
        return known.ppm;
    }

    private boolean onItsDay(Basis basis, Runnable search) {
        return locked(() -> {
            boolean today = on.equals(basis.on());
            if (today) {
                search.run();
            }
            return today;
        });
    }

    private <T> T locked(Supplier<T> reading) {
        lock.readLock().lock();
        try {
            return reading.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void exclusively(Runnable writing) {
        lock.writeLock().lock();
        try {
            writing.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
