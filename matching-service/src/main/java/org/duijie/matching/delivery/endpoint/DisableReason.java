package org.duijie.matching.delivery.endpoint;

import org.duijie.chassis.text.Text;

/** Why an endpoint is no longer sent to. */
public enum DisableReason {
    GONE(Text.of("接收端答复 410，表示不再接收。", "The receiver answered 410: it wants nothing more.")),
    FAILING(Text.of("接收端连续三天未能接收。", "The receiver took nothing for three days.")),
    DELEGATION_ENDED(
            Text.of("设立该端点的平台已不再受托。", "The platform that made the endpoint no longer acts for the organization."));

    private final Text sentence;

    DisableReason(Text sentence) {
        this.sentence = sentence;
    }

    public Text sentence() {
        return sentence;
    }
}
