package org.duijie.chassis.identity;

/** What a county or an organization lets a platform do for it. */
public enum Matter {
    /** Publish and change needs. */
    NEEDS,
    /** Register the organization, open and change its offers. */
    OFFERS,
    /** Subscribe to matches and read them. */
    SUBSCRIPTIONS,
    /** Make, answer and take back proposals; both sides have them. */
    PROPOSALS,
    /** Carry projects out: report money, goods and progress, hand in evidence. */
    PROJECTS
}
