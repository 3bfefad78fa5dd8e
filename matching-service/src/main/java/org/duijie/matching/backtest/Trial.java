package org.duijie.matching.backtest;

import java.util.List;
import org.duijie.matching.filter.Filter;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * What is tried on the past.
 *
 * @param organization whose offers they are
 * @param offers to be judged as if they had been open all the time
 * @param filter which needs are meant
 */
public record Trial(@Nullable OrganizationFact organization, List<OfferFact> offers, Filter filter) {}
