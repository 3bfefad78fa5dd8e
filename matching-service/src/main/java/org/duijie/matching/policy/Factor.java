package org.duijie.matching.policy;

import org.duijie.chassis.text.Text;

/** What speaks for a match, each measured in [0, 1] and weighed by the policy. */
public enum Factor {
    FIELD_FIT("领域与资源契合度", "field fit"),
    TEXT_LIKENESS("文字相近度", "likeness of the texts"),
    PAIRING("结对关系", "pairing"),
    PRIORITY("县的优先级", "priority of the county"),
    COVERAGE("需求满足度", "share of the need covered"),
    URGENCY("紧迫性", "urgency"),
    RECORD("组织的信用记录", "record of the organization"),
    NEARNESS("地域相近度", "nearness"),
    ATTENTION("关注均衡", "attention so far");

    private final Text label;

    Factor(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
