package org.duijie.organization.offer;

import org.duijie.chassis.text.Text;

/** Where an offer is in its life. */
public enum OfferStatus {
    OPEN("有效", "open"),
    /** Nothing of it is left; open again when something is given back. */
    EXHAUSTED("已用尽", "exhausted"),
    /** Its last day is over. */
    EXPIRED("已过期", "expired"),
    /** Taken back by its organization. */
    WITHDRAWN("已撤回", "withdrawn");

    private final Text label;

    OfferStatus(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }
}
