package org.duijie.matching.reason;

import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One member of a fact that changed.
 *
 * @param member its name on the owner's API
 * @param label its name for people
 * @param from what it was, in words
 * @param to what it is, in words
 */
@Schema(name = "MatchEventChange", description = "变更 · One member of a fact, what it was and what it is")
public record Difference(
        @Schema(examples = "deadline", maxLength = 40) String member,
        @Schema(description = "名称 · Its name") Text label,
        @Schema(description = "原为 · What it was") Text from,
        @Schema(description = "现为 · What it is") Text to) {

    /** {@code 截止日：2026-11-30 → 2026-12-31} */
    public Text sentence() {
        return Text.of(label.zh() + "：" + from.zh() + " → " + to.zh(), label.en() + ": " + from.en() + " → " + to.en());
    }
}
