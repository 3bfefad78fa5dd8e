package org.duijie.matching.subscription;

/** What became of a pair for a subscription. */
public enum MatchEventType {
    /** It matches from now on. */
    MATCH_BEGAN,
    /** It still matches, with a score that has moved by 0.01 or more since it was last told. */
    MATCH_CHANGED,
    /** It matches no longer. */
    MATCH_ENDED
}
