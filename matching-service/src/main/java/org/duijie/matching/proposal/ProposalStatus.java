package org.duijie.matching.proposal;

import org.duijie.chassis.text.Text;

/** Where a proposal is in its life. */
public enum ProposalStatus {
    /** One side has made it, the other has not answered. */
    PROPOSED("待答复", "waiting for an answer"),
    /** Both sides want it; capacity and need are being asked. */
    ACCEPTED("已接受", "accepted"),
    /** 签约: the offer has reserved, the need has committed, there is a project. */
    AGREED("已签约", "agreed"),
    /** The other side does not want it. */
    DECLINED("已谢绝", "declined"),
    /** The side that made it took it back. */
    WITHDRAWN("已撤回", "withdrawn"),
    /** Nobody answered in time. */
    EXPIRED("已过期", "expired"),
    /** The offer or the need has not enough left. */
    REFUSED("未能成立", "refused");

    private final Text label;

    ProposalStatus(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    Text label() {
        return label;
    }
}
