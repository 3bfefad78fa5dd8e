package org.duijie.matching.proposal;

import java.util.Map;
import java.util.UUID;
import org.duijie.chassis.text.Text;

/**
 * {@code org.duijie.project.refused.v1}: the need cannot take the agreement on.
 *
 * @param id the proposal's
 * @param reason slug of project-service's problem
 */
record ProjectRefusedMessage(UUID id, String reason) {

    /** The sentences for the reasons that project-service is known to give; another is told by its name. */
    private static final Map<String, Text> SENTENCES = Map.of(
            "need-not-published", Text.of("该需求已不开放。", "The need is no longer open."),
            "need-already-committed", Text.of("该需求的物项已由其他协议承接。", "Other agreements have taken the need's items on."),
            "need-item-unknown", Text.of("该需求的物项已有变更。", "The need's items have changed."),
            "need-not-splittable", Text.of("该需求不可拆分。", "The need may not be split."),
            "need-not-found", Text.of("没有这项需求。", "There is no such need."));

    Closing closing() {
        return Closing.of(
                reason,
                SENTENCES.getOrDefault(
                        reason,
                        Text.of("需求方未能确认（" + reason + "）。", "The need could not be committed (" + reason + ").")));
    }
}
