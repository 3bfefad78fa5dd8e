package org.duijie.project.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.duijie.project.project.Project;
import org.duijie.project.project.ProjectTerms;
import org.duijie.project.project.ProjectTerms.Item;
import org.duijie.project.project.ProjectTerms.Milestone;

/** Writes the agreement: both sides with their codes, what is given, what is reached by when, and how to verify it. */
final class AgreementDocument {

    private static final String TITLE = "社会组织帮扶项目协议书";
    private static final float HEADING = 12;
    private static final float TEXT = 10.5f;
    private static final float SMALL = 9;
    private static final List<Integer> ITEM_WIDTHS = List.of(1, 5, 3, 2, 3);
    private static final List<Integer> MILESTONE_WIDTHS = List.of(1, 6, 3, 3);

    private AgreementDocument() {}

    /** @param verification address at which anybody finds whether it is genuine */
    static byte[] of(Project project, String verification) {
        try (Sheet sheet = new Sheet(TITLE)) {
            sheet.centred(TITLE, 20);
            sheet.centred("（" + project.title() + "）", HEADING);
            sheet.space(14);
            parties(sheet, project);
            items(sheet, project);
            milestones(sheet, project);
            rest(sheet, project);
            verification(sheet, project, verification);
            return sheet.bytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void parties(Sheet sheet, Project project) throws IOException {
        sheet.paragraph("协议编号：" + project.id(), TEXT);
        sheet.paragraph("签约日期：" + project.agreedOn(), TEXT);
        sheet.space(6);
        sheet.paragraph("甲方（受助方）：" + project.divisionName() + "（行政区划代码 " + project.divisionCode() + "）", TEXT);
        sheet.paragraph(
                "乙方（实施方）：" + project.implementer().organizationName() + "（统一社会信用代码 "
                        + project.implementer().creditCode() + "）",
                TEXT);
        sheet.space(10);
    }

    private static void items(Sheet sheet, Project project) throws IOException {
        sheet.paragraph("一、帮扶内容", HEADING);
        sheet.space(4);
        sheet.row(List.of("序号", "内容", "数量", "单位", "价值（元）"), ITEM_WIDTHS, SMALL);
        for (Item item : project.terms().items()) {
            sheet.row(
                    List.of(
                            Integer.toString(item.item() + 1),
                            item.description(),
                            item.quantity().stripTrailingZeros().toPlainString(),
                            item.unit(),
                            yuan(item.valueFen())),
                    ITEM_WIDTHS,
                    SMALL);
        }
        sheet.row(List.of("", "合计", "", "", yuan(project.valueFen())), ITEM_WIDTHS, SMALL);
        sheet.space(10);
    }

    private static void milestones(Sheet sheet, Project project) throws IOException {
        ProjectTerms terms = project.terms();
        sheet.paragraph("二、期限与节点", HEADING);
        sheet.paragraph("实施期限：" + terms.periodStart() + " 至 " + terms.periodEnd() + "。", TEXT);
        if (!terms.milestones().isEmpty()) {
            sheet.space(4);
            sheet.row(List.of("序号", "节点", "完成期限", "对应付款（元）"), MILESTONE_WIDTHS, SMALL);
        }
        for (Milestone milestone : terms.milestones()) {
            Long payment = milestone.paymentFen();
            sheet.row(
                    List.of(
                            Integer.toString(milestone.number()),
                            milestone.title(),
                            milestone.dueOn().toString(),
                            payment == null ? "—" : yuan(payment)),
                    MILESTONE_WIDTHS,
                    SMALL);
        }
        sheet.space(10);
    }

    private static void rest(Sheet sheet, Project project) throws IOException {
        sheet.paragraph("三、其他约定", HEADING);
        String conditions = project.terms().conditions();
        sheet.paragraph(conditions == null ? "无。" : conditions, TEXT);
        sheet.space(6);
        sheet.paragraph("款物不经本平台收付；双方分别报告认捐、到账、拨付和退回，并附证明；结余用于相同或者相近的目的，并向社会公开。", TEXT);
        sheet.space(18);
        sheet.paragraph("甲方（盖章）：                              乙方（盖章）：", TEXT);
        sheet.space(40);
    }

    private static void verification(Sheet sheet, Project project, String verification) throws IOException {
        sheet.paragraph("核验码：" + VerificationCode.of(project) + "　　核验地址：", SMALL);
        sheet.link(verification, SMALL);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
