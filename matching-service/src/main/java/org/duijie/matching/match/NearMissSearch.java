package org.duijie.matching.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * Looks at everything that is open on the other side for what one change would make a match. An index that passes over
 * whatever breaks a rule cannot find these: this looks at all, but at most pairs only until the second broken rule.
 */
@ApplicationScoped
public class NearMissSearch {

    /**
     * What was found.
     *
     * @param looked how many open needs or offers there are on the other side
     * @param matches how many of them match
     * @param nearMisses those that break one rule; all of them, in no particular order
     */
    public record Found(int looked, int matches, List<NearMiss> nearMisses) {}

    /** The open needs that one change would make a match of this offer. */
    public Found needs(OfferFact offer, Facts facts, Basis basis) {
        return search(
                facts.needs().stream().filter(NeedFact::open).map(need -> blind(need, offer, facts, basis)),
                Subject.OFFER,
                facts);
    }

    /** The open offers that one change would make a match of this need. */
    public Found offers(NeedFact need, Facts facts, Basis basis) {
        return search(
                facts.offers().stream().filter(OfferFact::open).map(offer -> blind(need, offer, facts, basis)),
                Subject.NEED,
                facts);
    }

    private static Found search(Stream<Pair> pairs, Subject asking, Facts facts) {
        List<NearMiss> nearMisses = new ArrayList<>();
        int[] looked = {0};
        int[] matches = {0};
        pairs.forEach(pair -> {
            looked[0]++;
            Verdict verdict = Verdict.of(pair);
            Rule broken = verdict.first();
            if (broken == null) {
                matches[0]++;
            } else if (verdict.broken() == 1 && pair.organization() != null) {
                Pair known = Pair.of(pair.need(), pair.offer(), facts, pair.basis());
                nearMisses.add(new NearMiss(pair.need(), pair.offer(), broken, broken.change(known, asking)));
            }
        });
        return new Found(looked[0], matches[0], nearMisses);
    }

    private static Pair blind(NeedFact need, OfferFact offer, Facts facts, Basis basis) {
        return new Pair(need, offer, null, facts.organization(offer.organizationId()), basis);
    }
}
