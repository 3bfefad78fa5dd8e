package org.duijie.matching.rehearsal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.duijie.matching.exposure.Exposure;
import org.duijie.matching.exposure.Gini;
import org.duijie.matching.exposure.NeedShares;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Match;
import org.duijie.matching.match.MatchEngine;
import org.duijie.matching.policy.Policy;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OrganizationFact;

/**
 * Two policies compared on the same facts, day and attention. What matches at all is the same under both: rules do not
 * depend on weights. What differs is who stands where among the ten best, which is how far down people look.
 *
 * @param needs how many open needs were ranked for
 * @param needsChanged how many of them have other offers among their ten best, or the same in another order
 * @param needsOtherFirst how many have another offer in the first place
 * @param places how many places among the ten best are taken under the present policy
 * @param moved matches that stay among the ten best of their need, in another place
 * @param entered matches that come in among the ten best
 * @param left matches that fall out of them
 * @param counties by division code, over the ten best needs of every open offer
 * @param levels by the organization's level, over the ten best offers of every open need
 * @param types the same by its type
 */
record Rehearsal(
        int needs,
        int needsChanged,
        int needsOtherFirst,
        long places,
        long moved,
        long entered,
        long left,
        int giniBeforePpm,
        int giniAfterPpm,
        NeedShares shares,
        SortedMap<String, Tally.Change> counties,
        SortedMap<String, Tally.Change> levels,
        SortedMap<String, Tally.Change> types) {

    /** @param progress counts the needs that have been ranked for */
    static Rehearsal of(MatchEngine engine, Facts facts, Basis now, Policy policy, AtomicInteger progress) {
        Basis then = now.with(policy);
        Comparison comparison = new Comparison(facts);
        for (NeedFact need : facts.needs()) {
            if (need.open()) {
                comparison.add(
                        engine.topOffers(need, facts, now, Exposure.TOP),
                        engine.topOffers(need, facts, then, Exposure.TOP));
                progress.incrementAndGet();
            }
        }
        NeedShares shares = NeedShares.of(facts);
        Exposure before = Exposure.measure(engine, facts, now);
        Exposure after = Exposure.measure(engine, facts, then);
        return new Rehearsal(
                comparison.needs,
                comparison.needsChanged,
                comparison.needsOtherFirst,
                comparison.places,
                comparison.moved,
                comparison.entered,
                comparison.left,
                Gini.ppm(shares, before),
                Gini.ppm(shares, after),
                shares,
                Tally.of(before.places(), after.places()).counts(),
                comparison.levels.counts(),
                comparison.types.counts());
    }

    /** By offer, from 1. */
    static Map<UUID, Integer> ranks(List<Match> ranked) {
        Map<UUID, Integer> ranks = new HashMap<>();
        IntStream.range(0, ranked.size())
                .forEach(i -> ranks.put(ranked.get(i).offer().id(), i + 1));
        return ranks;
    }

    /** Need by need. */
    private static final class Comparison {

        private final Facts facts;
        private final Tally levels = new Tally();
        private final Tally types = new Tally();
        private int needs;
        private int needsChanged;
        private int needsOtherFirst;
        private long places;
        private long moved;
        private long entered;
        private long left;

        Comparison(Facts facts) {
            this.facts = facts;
        }

        void add(List<Match> before, List<Match> after) {
            Map<UUID, Integer> ranks = ranks(before);
            Map<UUID, Integer> newRanks = ranks(after);
            long stay = newRanks.keySet().stream().filter(ranks::containsKey).count();
            long still = newRanks.entrySet().stream()
                    .filter(rank -> rank.getValue().equals(ranks.get(rank.getKey())))
                    .count();
            needs++;
            places += before.size();
            moved += stay - still;
            entered += after.size() - stay;
            left += before.size() - stay;
            needsChanged += ranks.equals(newRanks) ? 0 : 1;
            needsOtherFirst += first(before).equals(first(after)) ? 0 : 1;
            count(before, Tally::before);
            count(after, Tally::after);
        }

        private void count(List<Match> ranked, BiConsumer<Tally, String> how) {
            for (Match match : ranked) {
                OrganizationFact organization = facts.organization(match.offer().organizationId());
                if (organization != null) {
                    how.accept(levels, organization.level());
                    how.accept(types, organization.type());
                }
            }
        }

        private static List<UUID> first(List<Match> ranked) {
            return ranked.stream().limit(1).map(match -> match.offer().id()).toList();
        }
    }
}
