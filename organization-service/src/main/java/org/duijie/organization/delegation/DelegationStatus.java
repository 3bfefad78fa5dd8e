package org.duijie.organization.delegation;

import org.duijie.chassis.text.Text;

/** Where a delegation is in its life. */
public enum DelegationStatus {
    ACTIVE("有效", "active"),
    /** Taken back by its principal or the leading-group office. */
    REVOKED("已撤销", "revoked"),
    /** Its last day is over. */
    EXPIRED("已到期", "expired");

    private final Text label;

    DelegationStatus(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }
}
