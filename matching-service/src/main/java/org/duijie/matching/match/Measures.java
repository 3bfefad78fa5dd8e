package org.duijie.matching.match;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.duijie.chassis.text.Text;
import org.duijie.matching.likeness.TextVector;
import org.duijie.matching.pairing.Pairing;
import org.duijie.matching.policy.Factor;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.OrganizationFact;
import org.duijie.matching.replica.OrganizationFact.Inspection;
import org.duijie.matching.replica.OrganizationFact.Promises;

/** The factors of a pair: their values, by {@link Scale}, and the words for them. */
final class Measures {

    private Measures() {}

    static Measure of(Factor factor, Pair pair) {
        return switch (factor) {
            case FIELD_FIT -> fieldFit(pair);
            case TEXT_LIKENESS -> likeness(pair);
            case PAIRING -> pairing(pair);
            case PRIORITY -> priority(pair);
            case COVERAGE -> coverage(pair);
            case URGENCY -> urgency(pair);
            case RECORD -> record(pair);
            case NEARNESS -> nearness(pair);
            case ATTENTION -> attention(pair);
        };
    }

    private static Measure fieldFit(Pair pair) {
        int fields = pair.offer().fields().size();
        int close = Common.closeness(pair);
        Text field = Words.of(pair.need().field());
        return Measure.of(
                Scale.fieldFit(Scale.special(fields), close),
                () -> fields == 0
                        ? Text.of(
                                "资源不限领域；物项名称契合 " + Ppm.percent(close) + "。",
                                "The offer serves any field; its items fit by " + Ppm.percent(close) + ".")
                        : Text.of(
                                "资源服务于" + fields + "个领域，含“" + field.zh() + "”；物项名称契合 " + Ppm.percent(close) + "。",
                                "The offer serves " + fields + (fields == 1 ? " field, " : " fields, ") + field.en()
                                        + " among them; its items fit by " + Ppm.percent(close) + "."));
    }

    private static Measure pairing(Pair pair) {
        OrganizationFact organization = pair.organization();
        if (organization == null) {
            return Measure.absent("组织登记信息尚未收到。", "Nothing is known of the organization yet.");
        }
        return Scale.tie(organization.registrarDivision(), pair.need().divisionCode(), pair.pairings(), pair.on())
                .map(tie -> Measure.of(tie.ppm(), () -> tie(tie.pairing())))
                .orElseGet(() -> Measure.of(
                        0,
                        () -> Text.of(
                                "没有登记在案的、当日有效的结对关系。",
                                "No pairing with the county is on record and in force on the day.")));
    }

    private static Text tie(Pairing pairing) {
        return Text.of(
                pairing.districtName() + "与" + pairing.countyName() + "结对（"
                        + pairing.begun().zh() + "）。",
                pairing.districtName() + " is paired with " + pairing.countyName() + " ("
                        + pairing.begun().en() + ").");
    }

    private static Measure priority(Pair pair) {
        DivisionFact division = pair.division();
        return division == null
                ? Measure.absent("该县的资料尚未收到。", "Nothing is known of the county yet.")
                : Measure.of(Scale.priority(division), () -> marks(division));
    }

    private static Text marks(DivisionFact division) {
        boolean deep = "CONFIRMED".equals(division.deepPoverty());
        String key = division.keyCounty();
        String zh = division.name()
                + (deep ? "为深度贫困县；" : "")
                + switch (key) {
                    case "NATIONAL" -> "为国家扶贫开发工作重点县";
                    case "PROVINCIAL" -> "为省扶贫开发工作重点县";
                    case null, default -> deep ? "" : "不是重点县";
                }
                + (division.yanshanTaihang() ? "，属燕山—太行山片区。" : "。");
        String en = division.name() + ": "
                + (deep ? "deep poverty, " : "")
                + switch (key) {
                    case "NATIONAL" -> "national key county";
                    case "PROVINCIAL" -> "provincial key county";
                    case null, default -> "no key county";
                }
                + (division.yanshanTaihang() ? ", in the Yanshan–Taihang area." : ".");
        return Text.of(zh.replace("；。", "。").replace("；，", "，"), en);
    }

    private static Measure coverage(Pair pair) {
        int value = Common.coverage(pair);
        return Measure.of(
                value,
                () -> Text.of(
                        "可满足需求价值的 " + Ppm.percent(value) + "。",
                        "Covers " + Ppm.percent(value) + " of the need by value."));
    }

    private static Measure urgency(Pair pair) {
        long days = ChronoUnit.DAYS.between(pair.on(), pair.need().deadline());
        return Measure.of(
                Scale.urgency(days),
                () -> Text.of(
                        "对接截止日 " + pair.need().deadline() + "。",
                        "The deadline is " + pair.need().deadline() + "."));
    }

    private static Measure record(Pair pair) {
        OrganizationFact organization = pair.organization();
        if (organization == null) {
            return Measure.absent("组织登记信息尚未收到。", "Nothing is known of the organization yet.");
        }
        int value = Scale.record(organization, pair.on());
        if (value == Scale.ABSENT) {
            return Measure.absent(
                    "尚无有效评估等级、年检结果或履约数据。",
                    "There is no rating in force, no inspection and no figure of kept promises yet.");
        }
        Promises promises = Scale.promises(organization);
        if (promises != null) {
            return Measure.of(value, () -> promised(promises));
        }
        String grade = Scale.grade(organization, pair.on());
        Optional<Inspection> last = Scale.lastInspection(organization);
        return Measure.of(
                value,
                () -> Text.of(
                        (grade == null ? "没有有效评估等级" : "评估等级 " + grade.length() + "A")
                                + last.map(inspection -> "，" + inspection.year() + " 年年检"
                                                + inspected(inspection).zh())
                                        .orElse("")
                                + "（履约项目尚少）。",
                        (grade == null ? "No rating in force" : "Rated " + grade.length() + "A")
                                + last.map(inspection -> ", inspection of " + inspection.year() + " "
                                                + inspected(inspection).en())
                                        .orElse("")
                                + " (it has too few projects behind it to be judged by)."));
    }

    private static Text promised(Promises promises) {
        String disputedZh = promises.disputed() == 0 ? "" : "，" + promises.disputed() + " 个项目账目有争议";
        String disputedEn = promises.disputed() == 0 ? "" : "; the figures of " + promises.disputed() + " are disputed";
        return Text.of(
                "完成 %d 个项目，终止 %d 个；按期达成 %d 个里程碑，逾期 %d 个%s。"
                        .formatted(
                                promises.kept(), promises.broken(), promises.punctual(), promises.late(), disputedZh),
                "Completed %d projects, %d were terminated; reached %d milestones in time, %d late%s."
                        .formatted(
                                promises.kept(), promises.broken(), promises.punctual(), promises.late(), disputedEn));
    }

    private static Text inspected(Inspection inspection) {
        return switch (inspection.result()) {
            case "PASSED" -> Text.of("合格", "passed");
            case "BASICALLY_PASSED" -> Text.of("基本合格", "basically passed");
            case "FAILED" -> Text.of("不合格", "failed");
            default -> Text.of(inspection.result(), inspection.result());
        };
    }

    private static Measure nearness(Pair pair) {
        OrganizationFact organization = pair.organization();
        if (organization == null) {
            return Measure.absent("组织登记信息尚未收到。", "Nothing is known of the organization yet.");
        }
        if (organization.national()) {
            return Measure.absent("全国性组织没有所在地区。", "A national organization has no home division.");
        }
        String county = pair.need().divisionCode();
        String home = organization.registrarDivision();
        int shared = DivisionCode.sharedLevels(home, county);
        boolean neighbours = Scale.neighbours(home, county);
        Text distance =
                switch (shared) {
                    case 3 -> Text.of("同县", "in the same county");
                    case 2 -> Text.of("同市", "in the same prefecture");
                    case 1 -> Text.of("同省", "in the same province");
                    default ->
                        neighbours
                                ? Text.of("同在京津冀", "in Beijing, Tianjin and Hebei, as the county is")
                                : Text.of("在京津冀以外", "elsewhere");
                };
        return Measure.of(
                Scale.nearness(home, county),
                () -> Text.of(
                        "组织登记地与该县" + distance.zh() + "。", "The organization is registered " + distance.en() + "."));
    }

    private static Measure likeness(Pair pair) {
        TextVector need = pair.basis().likeness().of(pair.need());
        TextVector offer = pair.basis().likeness().of(pair.offer());
        if (need == null || offer == null) {
            return Measure.absent(pair.basis().likeness().whyUnknown());
        }
        int value = need.likenessPpm(offer);
        return Measure.of(
                value,
                () -> Text.of(
                        "文字相近度 " + Ppm.percent(value) + "。", "The texts are alike by " + Ppm.percent(value) + "."));
    }

    private static Measure attention(Pair pair) {
        OptionalInt lack = pair.basis().attention().lackPpm(pair.need().divisionCode());
        if (lack.isEmpty()) {
            return Measure.absent("关注均衡尚未计算。", "Attention has not been measured yet.");
        }
        int value = lack.getAsInt();
        return Measure.of(
                value,
                () -> Text.of(
                        "该县所获关注比应得份额少 " + Ppm.percent(value) + "。",
                        "The county got " + Ppm.percent(value) + " less attention than its share."));
    }
}
