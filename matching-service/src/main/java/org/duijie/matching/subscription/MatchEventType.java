package org.duijie.matching.subscription;

import org.duijie.chassis.text.Text;

/** What became of a pair, or of what is watched, for a subscription. */
public enum MatchEventType {
    /** It matches from now on. */
    MATCH_BEGAN("开始匹配", "Matches now"),
    /** It still matches, with a score that has moved by 0.01 or more since it was last told. */
    MATCH_CHANGED("匹配有变", "Match changed"),
    /** It matches no longer. */
    MATCH_ENDED("不再匹配", "Matches no longer"),
    /** An organization that is watched has another status, standing or record. */
    ORGANIZATION_CHANGED("组织状态有变", "Organization changed"),
    /** A project that is watched has another status, other sums, or reached a milestone. */
    PROJECT_CHANGED("项目有变", "Project changed");

    private final Text label;

    MatchEventType(String zh, String en) {
        label = Text.of(zh, en);
    }

    /** Its name for people. */
    public Text label() {
        return label;
    }
}
