package org.duijie.matching.proposal;

import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The two sides of a proposal. */
@Schema(name = "ProposalSide", examples = "COUNTY")
public enum Side {
    /** 需求方: the county whose need it is. */
    COUNTY("县级单位", "the county"),
    /** 捐助方: the organization whose offer it is. */
    ORGANIZATION("社会组织", "the organization");

    private final Text label;

    Side(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }

    Side other() {
        return this == COUNTY ? ORGANIZATION : COUNTY;
    }
}
