package org.duijie.matching.backtest;

import java.util.List;
import java.util.function.Function;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on the past.
 *
 * @param organization whose offers they are
 * @param offers to be judged as if they had been open all the time
 * @param unwanted what of a need keeps it from being told, each criterion that does; empty where everything is wanted
 * @param minimumPpm the least score that is told
 */
public record Trial(
        @Nullable OrganizationFact organization,
        List<OfferFact> offers,
        Function<NeedFact, List<Criterion>> unwanted,
        int minimumPpm) {

    /** Of offers alone: every match counts. */
    public static Trial of(@Nullable OrganizationFact organization, List<OfferFact> offers) {
        return new Trial(organization, offers, need -> List.of(), 0);
    }
}
