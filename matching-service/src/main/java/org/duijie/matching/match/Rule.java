package org.duijie.matching.match;

import org.duijie.matching.match.Edit.Subject;

/** The hard rules: a pair is a match only if it breaks none. The order is that in which breaches are told. */
public enum Rule {
    /** The organization is unknown, not verified, suspended, deregistered, or on one of the two lists on the day. */
    ORGANIZATION_NOT_ELIGIBLE(StandingChecks.ELIGIBLE),
    /** The need is not published. */
    NEED_NOT_OPEN(TimeChecks.NEED_OPEN),
    /** The offer is not open. */
    OFFER_NOT_OPEN(TimeChecks.OFFER_OPEN),
    /** No day is left on which the two could agree, or the offer's period and the need's do not meet. */
    PERIOD_MISSED(TimeChecks.PERIOD),
    /** The offer has nothing that the need asks for. */
    NO_COMMON_ITEM(ScopeChecks.ITEM),
    /** The offer does not serve the need's field. */
    FIELD_NOT_SERVED(ScopeChecks.FIELD),
    /** The offer names the divisions it serves, and the county is not among them. */
    COUNTY_NOT_SERVED(ScopeChecks.COUNTY),
    /** The offer does not help in the need's mode. */
    MODE_NOT_SERVED(ScopeChecks.MODE),
    /** The items in common are worth less than the least that the organization gives to one need. */
    BELOW_SMALLEST_COMMITMENT(AmountChecks.SMALLEST),
    /** The need may not be split and is worth more than the most that the organization gives to one need. */
    BEYOND_LARGEST_COMMITMENT(AmountChecks.LARGEST),
    /** The need does not admit organizations of this level. */
    LEVEL_NOT_ADMITTED(StandingChecks.LEVEL),
    /** The need does not admit organizations of this type. */
    TYPE_NOT_ADMITTED(StandingChecks.TYPE),
    /** The organization would give to itself or to one of its related parties (Charity Law, art. 40 and 59). */
    RELATED_PARTY(StandingChecks.RELATED),
    /** The need excludes the organization, or the offer excludes the county. */
    EXCLUDED(ScopeChecks.EXCLUDED);

    @SuppressWarnings("Immutable") // functions without state
    private final Check check;

    Rule(Check check) {
        this.check = check;
    }

    boolean brokenBy(Pair pair) {
        return check.broken().test(pair);
    }

    /** The smallest change that turns it: the asking side's own, where each side could make one. */
    Change change(Pair pair, Subject asking) {
        return this == BEYOND_LARGEST_COMMITMENT && asking == Subject.NEED
                ? AmountChecks.LET_IT_BE_SPLIT
                : check.smallestChange().apply(pair);
    }

    Breach explain(Pair pair) {
        return new Breach(
                this, check.sentence().apply(pair), check.smallestChange().apply(pair));
    }
}
