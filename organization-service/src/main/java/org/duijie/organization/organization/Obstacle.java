package org.duijie.organization.organization;

import java.time.LocalDate;
import org.duijie.chassis.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an organization may not take part on a day.
 *
 * @param since first day of the obstacle; absent where it was there before the organization was registered
 * @param until first day without it, where that is known
 * @param sentence the same for people
 */
@Schema(
        name = "Obstacle",
        description = "不具备资格的一项原因 · One reason why an organization may not take part",
        requiredProperties = {"code", "sentence"})
public record Obstacle(
        Code code, @Nullable LocalDate since, @Nullable LocalDate until, Text sentence) {

    @Schema(name = "ObstacleCode")
    public enum Code {
        UNVERIFIED("尚未核实", "is not verified"),
        SUSPENDED("被暂停", "is suspended"),
        DEREGISTERED("已注销", "is deregistered"),
        ABNORMAL("列入活动异常名录", "is on the list of abnormal activity"),
        BLACKLISTED("列入严重违法失信名单", "is on the list of serious offenders");

        private final Text predicate;

        Code(String zh, String en) {
            this.predicate = Text.of(zh, en);
        }
    }

    static Obstacle of(Code code, @Nullable LocalDate since, @Nullable LocalDate until, @Nullable String reason) {
        String zh = "该组织" + (since == null ? "" : "自 " + since + " 起") + code.predicate.zh()
                + (until == null ? "" : "，" + until + " 解除")
                + (reason == null ? "。" : "：" + reason + "。");
        String en = "The organization " + code.predicate.en()
                + (since == null ? "" : " since " + since)
                + (until == null ? "" : ", until " + until)
                + (reason == null ? "." : ": " + reason + ".");
        return new Obstacle(code, since, until, Text.of(zh, en));
    }
}
