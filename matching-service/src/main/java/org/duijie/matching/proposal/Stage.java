package org.duijie.matching.proposal;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.duijie.chassis.text.Text;
import org.duijie.chassis.time.BusinessDay;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a proposal waits for. */
@Schema(name = "ProposalStage", examples = "AWAITING_RESERVATION")
public enum Stage {
    AWAITING_COUNTY("等待县级单位答复", "waiting for the county's answer"),
    AWAITING_ORGANIZATION("等待社会组织答复", "waiting for the organization's answer"),
    /** Both sides want it; organization-service is asked to hold the capacity. */
    AWAITING_RESERVATION("等待社会组织预留资源", "waiting for the organization's capacity"),
    /** The capacity is held; project-service is asked to commit the need. */
    RESERVED("资源已预留，等待需求确认", "capacity reserved, waiting for the need to be committed"),
    /** Nothing more is waited for. */
    CONCLUDED("已有结果", "concluded");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessDay.ZONE);

    private final Text label;

    Stage(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    static Stage awaiting(Side answer) {
        return answer == Side.COUNTY ? AWAITING_COUNTY : AWAITING_ORGANIZATION;
    }

    /** What both sides are told: what is waited for, and since when (Asia/Shanghai). */
    Text sentence(Instant since) {
        String minute = MINUTE.format(since);
        return Text.of("自 " + minute + " 起" + label.zh() + "。", label.en() + " since " + minute + ".");
    }
}
