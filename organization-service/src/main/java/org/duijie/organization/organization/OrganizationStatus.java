package org.duijie.organization.organization;

import org.duijie.chassis.text.Text;

/** Where an organization is in its life. */
public enum OrganizationStatus {
    /** Entered by itself or its platform; nobody has looked at it yet. */
    REGISTERED("已登记待核实", "registered, not verified"),
    /** Confirmed by the office that keeps its registration: may open offers. */
    VERIFIED("已核实", "verified"),
    /** Stopped by that office for the time being. */
    SUSPENDED("已暂停", "suspended"),
    /** Ended for good. */
    DEREGISTERED("已注销", "deregistered");

    private final Text label;

    OrganizationStatus(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }
}
