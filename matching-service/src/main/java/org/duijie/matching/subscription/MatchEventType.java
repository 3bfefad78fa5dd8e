package org.duijie.matching.subscription;

import org.duijie.chassis.text.Text;

/** What became of a pair for a subscription. */
public enum MatchEventType {
    /** It matches from now on. */
    MATCH_BEGAN("开始匹配", "Matches now"),
    /** It still matches, with a score that has moved by 0.01 or more since it was last told. */
    MATCH_CHANGED("匹配有变", "Match changed"),
    /** It matches no longer. */
    MATCH_ENDED("不再匹配", "Matches no longer");

    private final Text label;

    MatchEventType(String zh, String en) {
        label = Text.of(zh, en);
    }

    /** Its name for people. */
    public Text label() {
        return label;
    }
}
