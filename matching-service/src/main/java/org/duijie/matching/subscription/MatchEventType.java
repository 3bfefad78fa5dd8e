package org.duijie.matching.subscription;

/** What became of a pair for a subscription. */
public enum MatchEventType {
    /** It matches from now on. */
    MATCH_BEGAN,
    /** It still matches, with another score. */
    MATCH_CHANGED,
    /** It matches no longer. */
    MATCH_ENDED
}
