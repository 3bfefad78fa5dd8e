package org.duijie.matching.match;

import java.util.List;
import java.util.Map;
import org.duijie.chassis.text.Text;

/** The words for the codes that sentences speak of. A code that is not known here is shown as it is. */
public final class Words {

    private static final Map<String, Text> KNOWN = Map.ofEntries(
            entry("INDUSTRY", "产业", "industry"),
            entry("EDUCATION", "教育", "education"),
            entry("HEALTH", "健康", "health"),
            entry("EMPLOYMENT", "就业", "employment"),
            entry("RELOCATION", "易地搬迁", "relocation"),
            entry("VOLUNTEERING", "志愿", "volunteering"),
            entry("OTHER", "其他", "other"),
            entry("RELIEF", "输血式", "relief"),
            entry("CAPACITY_BUILDING", "造血式", "capacity building"),
            entry("NATIONAL", "全国性", "national"),
            entry("PROVINCIAL", "省级", "provincial"),
            entry("MUNICIPAL", "市级", "municipal"),
            entry("COUNTY", "县级", "county"),
            entry("ASSOCIATION", "社会团体", "association"),
            entry("FOUNDATION", "基金会", "foundation"),
            entry("SERVICE_INSTITUTION", "社会服务机构", "service institution"),
            entry("DRAFT", "草稿", "draft"),
            entry("SUBMITTED", "待审核", "submitted"),
            entry("RETURNED", "已退回", "returned"),
            entry("PUBLISHED", "已发布", "published"),
            entry("OPEN", "开放", "open"),
            entry("VERIFIED", "已核实", "verified"),
            entry("DIRECT_AID", "直接提供资金物资", "direct aid"),
            entry("DEVELOPMENT", "产业、教育、健康、就业", "development"),
            entry("PUBLIC_WELFARE", "公益类帮扶", "public welfare"),
            entry("PASSED", "合格", "passed"),
            entry("BASICALLY_PASSED", "基本合格", "basically passed"),
            entry("FAILED", "不合格", "failed"),
            entry("FULFILLED", "已满足", "fulfilled"),
            entry("WITHDRAWN", "已撤回", "withdrawn"),
            entry("EXPIRED", "已过期", "expired"),
            entry("EXHAUSTED", "已用尽", "exhausted"),
            entry("AGREED", "已签约", "agreed"),
            entry("RUNNING", "实施中", "running"),
            entry("COMPLETED", "已完成", "completed"),
            entry("CLOSED", "已结项", "closed"),
            entry("TERMINATED", "已终止", "terminated"),
            entry("REGISTERED", "尚未核实", "not verified"),
            entry("SUSPENDED", "被暂停", "suspended"),
            entry("DEREGISTERED", "已注销", "deregistered"));

    private Words() {}

    public static Text of(String code) {
        return KNOWN.getOrDefault(code, Text.of(code, code));
    }

    public static Text of(List<String> codes) {
        return Text.of(
                String.join("、", codes.stream().map(code -> of(code).zh()).toList()),
                String.join(", ", codes.stream().map(code -> of(code).en()).toList()));
    }

    private static Map.Entry<String, Text> entry(String code, String zh, String en) {
        return Map.entry(code, Text.of(zh, en));
    }
}
