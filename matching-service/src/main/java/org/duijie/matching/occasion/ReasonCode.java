package org.duijie.matching.occasion;

/** Which fact changed when a match did. */
public enum ReasonCode {
    SUBSCRIBED,
    SUBSCRIPTION_CHANGED,
    NEED_CHANGED,
    OFFER_CHANGED,
    ORGANIZATION_CHANGED,
    DIVISION_CHANGED,
    PROJECT_CHANGED,
    DAY_BEGAN,
    POLICY_CHANGED,
    PAIRINGS_CHANGED,
    TEXT_READ,
    TEXT_MODEL_CHANGED,
    ATTENTION_CHANGED
}
