package org.duijie.project.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.duijie.project.supervision.RiskDisputes.Dispute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the published rules say of a project today, each with its figures and with what a side says against it. */
@Schema(name = "Risks")
public record RiskResponse(LocalDate today, List<Flag> flags) {

    /** A sentence in both languages. */
    @Schema(name = "RiskText")
    public record Words(String zh, String en) {

        static Words of(org.duijie.chassis.text.Text text) {
            return new Words(text.zh(), text.en());
        }
    }

    @Schema(name = "RiskFlag")
    public record Flag(RiskRule code, Words title, Words rule, Words why, List<Objection> disputes) {}

    @Schema(name = "RiskObjection")
    public record Objection(
            @Schema(examples = "结余为质保金，合同约定一年后支付") String reason, Instant at) {}

    /** The rules as they are published. */
    @Schema(name = "RiskRules")
    public record Rules(List<Rule> items) {}

    @Schema(name = "RiskRule")
    public record Rule(RiskRule code, Words title, Words rule) {

        static Rule of(RiskRule rule) {
            return new Rule(rule, Words.of(rule.title()), Words.of(rule.rule()));
        }
    }

    static RiskResponse of(LocalDate today, List<RiskFlag> flags, List<Dispute> disputes) {
        return new RiskResponse(
                today, flags.stream().map(flag -> shown(flag, disputes)).toList());
    }

    private static Flag shown(RiskFlag flag, List<Dispute> disputes) {
        RiskRule rule = flag.rule();
        return new Flag(
                rule,
                Words.of(rule.title()),
                Words.of(rule.rule()),
                Words.of(flag.why()),
                disputes.stream()
                        .filter(dispute -> dispute.rule() == rule)
                        .map(dispute -> new Objection(dispute.reason(), dispute.at()))
                        .toList());
    }
}
