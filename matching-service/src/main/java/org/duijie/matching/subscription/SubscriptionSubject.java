package org.duijie.matching.subscription;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a subscription is told of (订阅对象). */
@Schema(name = "SubscriptionSubject")
public enum SubscriptionSubject {
    /** Which needs begin and cease to match the organization's own offers. */
    MATCHES,
    /** Eligibility and standing of chosen organizations, which are public. */
    ORGANIZATION_STATUS,
    /** Progress and money of chosen projects that are the organization's own. */
    PROJECT
}
