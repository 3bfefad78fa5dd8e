package org.duijie.project.supervision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duijie.chassis.text.Text;
import org.duijie.project.supervision.RiskFacts.Payment;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The published rules by which projects are looked at, each with its threshold. A rule is a pure function of
 * {@link RiskFacts}: whoever knows the facts comes to the same flag.
 */
@Schema(name = "RiskCode")
public enum RiskRule {
    IDLE_MONEY(
            Text.of("资金闲置", "Money lies idle"),
            Text.of("到账后结余超过 90 天没有收付。", "Something is held and nothing has moved for more than 90 days.")),
    SPENT_WITHOUT_PROGRESS(
            Text.of("有拨付无进展", "Spent without progress"),
            Text.of(
                    "首次拨付 60 天后仍没有其后的进展报告。",
                    "More than 60 days after the first payment no report speaks of a day since.")),
    SINGLE_DONOR_AND_RECIPIENT(
            Text.of("单一来源、单一去向", "One donor, one recipient"),
            Text.of(
                    "拨付达到 10 万元，全部来自一个来源、付给一个机构。",
                    "100,000 yuan or more were paid, all from one donor and all to one organization.")),
    DUPLICATE_EVIDENCE(
            Text.of("证明重复使用", "Evidence used twice"),
            Text.of("同一文件也是另一项目的证明。", "The same file is evidence of another project.")),
    RECEIPTS_FAR_BELOW_PLEDGE(
            Text.of("到账远低于认捐", "Receipts far below the pledge"),
            Text.of("已到期的认捐到账不足一半。", "Less than half has arrived of what was due.")),
    ROUND_TRIP(
            Text.of("关联方往返", "Round trip between related parties"),
            Text.of(
                    "收款机构是捐赠方、实施方本身或其关联方。",
                    "Who was paid is the donor, the organization that carries it out, or tied to one of them.")),
    PRICE_BEYOND_FENCE(
            Text.of("单价超过上限", "Unit price beyond the fence"),
            Text.of("协议单价高于公布的上限。", "A unit costs more by the agreement than the published ceiling.")),
    MILESTONE_OVERDUE(
            Text.of("节点逾期", "A milestone is late"),
            Text.of("节点到期 30 天后仍未完成。", "A milestone is not reached more than 30 days after its day.")),
    FIGURE_DISPUTED(
            Text.of("双方数据长期不一致", "Both sides differ for long"),
            Text.of("双方所报不一致超过 30 天。", "What both sides report has differed for more than 30 days."));

    static final int IDLE_DAYS = 90;
    static final int PROGRESS_DAYS = 60;
    static final long SINGLE_FEN = 100_000_00L;
    static final int LATE_DAYS = 30;
    static final int DISPUTE_DAYS = 30;

    private final Text title;
    private final Text rule;

    RiskRule(Text title, Text rule) {
        this.title = title;
        this.rule = rule;
    }

    Text title() {
        return title;
    }

    /** The rule with its threshold. */
    Text rule() {
        return rule;
    }

    /** Raised with the figures that raise it; empty where nothing does. */
    Optional<RiskFlag> on(RiskFacts facts) {
        return why(facts).map(why -> new RiskFlag(this, why));
    }

    private Optional<Text> why(RiskFacts facts) {
        return switch (this) {
            case IDLE_MONEY -> idle(facts);
            case SPENT_WITHOUT_PROGRESS -> withoutProgress(facts);
            case SINGLE_DONOR_AND_RECIPIENT -> single(facts);
            case DUPLICATE_EVIDENCE -> duplicate(facts);
            case RECEIPTS_FAR_BELOW_PLEDGE -> belowPledge(facts);
            case ROUND_TRIP -> roundTrip(facts);
            case PRICE_BEYOND_FENCE -> beyondFence(facts);
            case MILESTONE_OVERDUE -> since(facts.overdue(), facts.today(), LATE_DAYS);
            case FIGURE_DISPUTED -> since(facts.disputedSince(), facts.today(), DISPUTE_DAYS);
        };
    }

    private static Optional<Text> idle(RiskFacts facts) {
        return facts.heldFen() > 0 ? since(facts.lastMovement(), facts.today(), IDLE_DAYS) : Optional.empty();
    }

    private static Optional<Text> since(@Nullable LocalDate day, LocalDate today, int threshold) {
        if (day == null) {
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(day, today);
        return days > threshold
                ? Optional.of(Text.of("自 " + day + " 起已 " + days + " 天。", days + " days since " + day + "."))
                : Optional.empty();
    }

    private static Optional<Text> withoutProgress(RiskFacts facts) {
        if (facts.payments().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = facts.payments().getFirst().day();
        boolean told = facts.progress().stream().anyMatch(day -> !day.isBefore(first));
        return told ? Optional.empty() : since(first, facts.today(), PROGRESS_DAYS);
    }

    private static Optional<Text> single(RiskFacts facts) {
        Set<String> recipients = facts.payments().stream()
                .map(payment -> Objects.requireNonNullElse(payment.recipient(), ""))
                .collect(Collectors.toSet());
        boolean one = facts.sources().size() == 1 && recipients.size() == 1 && !recipients.contains("");
        return one && facts.disbursedFen() >= SINGLE_FEN
                ? Optional.of(Text.of(
                        "全部由 " + facts.sources().iterator().next() + " 付给 "
                                + recipients.iterator().next() + "。",
                        "All of it went from " + facts.sources().iterator().next() + " to "
                                + recipients.iterator().next() + "."))
                : Optional.empty();
    }

    private static Optional<Text> duplicate(RiskFacts facts) {
        return facts.sharedEvidence().isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of(
                        "文件：" + String.join("、", facts.sharedEvidence()) + "。",
                        "Files: " + String.join(", ", facts.sharedEvidence()) + "."));
    }

    private static Optional<Text> belowPledge(RiskFacts facts) {
        return facts.receivedFen() * 2 < facts.dueFen()
                ? Optional.of(Text.of(
                        "到期 " + yuan(facts.dueFen()) + " 元，到账 " + yuan(facts.receivedFen()) + " 元。",
                        yuan(facts.dueFen()) + " yuan were due, " + yuan(facts.receivedFen()) + " have arrived."))
                : Optional.empty();
    }

    private static Optional<Text> roundTrip(RiskFacts facts) {
        Set<String> givers = new LinkedHashSet<>(facts.sources());
        givers.add(facts.implementer());
        return facts.payments().stream()
                .map(Payment::recipient)
                .filter(Objects::nonNull)
                .filter(recipient ->
                        givers.contains(recipient) || givers.stream().anyMatch(giver -> tied(facts, giver, recipient)))
                .findFirst()
                .map(recipient -> Text.of("收款机构 " + recipient + "。", recipient + " was paid."));
    }

    /** Either may have said so. */
    private static boolean tied(RiskFacts facts, String one, String other) {
        return facts.related().getOrDefault(one, Set.of()).contains(other)
                || facts.related().getOrDefault(other, Set.of()).contains(one);
    }

    private static Optional<Text> beyondFence(RiskFacts facts) {
        return facts.prices().stream()
                .filter(price -> price.unitFen().compareTo(BigDecimal.valueOf(price.fence())) > 0)
                .findFirst()
                .map(price -> Text.of(
                        price.description() + "：每" + price.unit() + " "
                                + price.unitFen().movePointLeft(2).toPlainString() + " 元，上限 " + yuan(price.fence())
                                + " 元（" + price.source() + "）。",
                        price.unitFen().movePointLeft(2).toPlainString() + " yuan a unit, the ceiling is "
                                + yuan(price.fence()) + " (" + price.source() + ")."));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    static List<RiskFlag> flags(RiskFacts facts) {
        return Arrays.stream(values()).flatMap(rule -> rule.on(facts).stream()).toList();
    }
}
