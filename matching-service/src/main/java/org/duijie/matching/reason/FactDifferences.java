package org.duijie.matching.reason;

import java.util.List;
import java.util.Objects;
import org.duijie.chassis.text.Text;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;
import org.jspecify.annotations.Nullable;

/**
 * What of a fact that matching uses has changed. Who is excluded or related is another organization's affair: of those
 * lists only the length is told.
 */
public final class FactDifferences {

    private FactDifferences() {}

    /** In the order in which people read the fact; nothing where it was not known before. */
    public static List<Difference> between(@Nullable Fact before, Fact after) {
        return switch (after) {
            case NeedFact need when before instanceof NeedFact was -> needs(was, need);
            case OfferFact offer when before instanceof OfferFact was -> offers(was, offer);
            case OrganizationFact organization
            when before instanceof OrganizationFact was -> organizations(was, organization);
            case DivisionFact division when before instanceof DivisionFact was -> divisions(was, division);
            default -> List.of();
        };
    }

    private static List<Difference> needs(NeedFact was, NeedFact is) {
        return new Differences<>(was, is)
                .add("title", Text.of("标题", "title"), need -> Values.quoted(need.title()))
                .add("summary", Text.of("说明", "wording"), need -> Values.quoted(need.text()))
                .add("status", Text.of("状态", "status"), need -> Values.code(need.status()))
                .add("divisionCode", Text.of("县", "county"), need -> Values.plain(need.divisionCode()))
                .add("field", Text.of("领域", "field"), need -> Values.code(need.field()))
                .add("category", Text.of("项目类别", "category"), need -> Values.code(need.category()))
                .add("mode", Text.of("帮扶方式", "mode"), need -> Values.code(need.mode()))
                .add("items", Text.of("物项", "items"), need -> Values.items(need.items()))
                .add("splittable", Text.of("可否拆分", "splittable"), need -> Values.yesOrNo(need.splittable()))
                .add("periodStart", Text.of("实施期首日", "first day of the period"), need -> Values.day(need.periodStart()))
                .add("periodEnd", Text.of("实施期末日", "last day of the period"), need -> Values.day(need.periodEnd()))
                .add("deadline", Text.of("对接截止日", "deadline"), need -> Values.day(need.deadline()))
                .add(
                        "admittedLevels",
                        Text.of("面向的登记层级", "admitted levels"),
                        need -> Values.codes(need.admittedLevels()))
                .add("admittedTypes", Text.of("面向的组织类型", "admitted types"), need -> Values.codes(need.admittedTypes()))
                .add(
                        "excludedOrganizations",
                        Text.of("排除的组织", "excluded organizations"),
                        NeedFact::excludedOrganizations,
                        Values::count)
                .add(
                        "beneficiaryOrganization",
                        Text.of("受益单位", "beneficiary organization"),
                        need -> Values.orNone(need.beneficiaryOrganization()))
                .all();
    }

    private static List<Difference> offers(OfferFact was, OfferFact is) {
        return new Differences<>(was, is)
                .add("title", Text.of("标题", "title"), offer -> Values.quoted(offer.title()))
                .add("summary", Text.of("说明", "wording"), offer -> Values.quoted(offer.text()))
                .add("status", Text.of("状态", "status"), offer -> Values.code(offer.status()))
                .add("items", Text.of("物项", "items"), offer -> Values.items(offer.items()))
                .add(
                        "smallestCommitment",
                        Text.of("最小承诺", "smallest commitment"),
                        offer -> Values.fen(offer.smallestCommitmentFen()))
                .add(
                        "largestCommitment",
                        Text.of("最大承诺", "largest commitment"),
                        offer -> Values.fen(offer.largestCommitmentFen()))
                .add("fields", Text.of("服务领域", "fields"), offer -> Values.codes(offer.fields()))
                .add("divisions", Text.of("服务地区", "divisions"), offer -> Values.codes(offer.divisions()))
                .add(
                        "excludedDivisions",
                        Text.of("排除的地区", "excluded divisions"),
                        offer -> Values.noneOr(offer.excludedDivisions()))
                .add("modes", Text.of("帮扶方式", "modes"), offer -> Values.codes(offer.modes()))
                .add("validFrom", Text.of("有效期首日", "first valid day"), offer -> Values.day(offer.validFrom()))
                .add("validUntil", Text.of("有效期末日", "last valid day"), offer -> Values.day(offer.validUntil()))
                .all();
    }

    private static List<Difference> organizations(OrganizationFact was, OrganizationFact is) {
        return new Differences<>(was, is)
                .add("name", Text.of("名称", "name"), organization -> Values.quoted(organization.name()))
                .add("status", Text.of("状态", "status"), organization -> Values.code(organization.status()))
                .add("level", Text.of("登记层级", "level"), organization -> Values.code(organization.level()))
                .add("type", Text.of("组织类型", "type"), organization -> Values.code(organization.type()))
                .add(
                        "registrarDivision",
                        Text.of("登记地", "registrar's division"),
                        organization -> Values.plain(organization.registrarDivision()))
                .add("rating", Text.of("评估等级", "rating"), organization -> Values.rating(organization.rating()))
                .add(
                        "inspections",
                        Text.of("年检", "inspections"),
                        organization -> Values.inspections(organization.inspections()))
                .add(
                        "abnormalListings",
                        Text.of("活动异常名录", "list of abnormal activity"),
                        organization -> Values.listings(organization.abnormalListings()))
                .add(
                        "blacklistings",
                        Text.of("严重违法失信名单", "list of serious offenders"),
                        organization -> Values.listings(organization.blacklistings()))
                .add(
                        "promises",
                        Text.of("履约记录", "promises kept"),
                        organization -> Values.promises(organization.promises()))
                .add(
                        "relatedParties",
                        Text.of("关联方", "related parties"),
                        OrganizationFact::relatedParties,
                        Values::count)
                .all();
    }

    private static List<Difference> divisions(DivisionFact was, DivisionFact is) {
        return new Differences<>(was, is)
                .add("name", Text.of("名称", "name"), division -> Values.quoted(division.name()))
                .add("keyCounty", Text.of("重点县", "key county"), division -> Values.keyCounty(division.keyCounty()))
                .add(
                        "deepPoverty",
                        Text.of("深度贫困县", "deep poverty"),
                        division -> Values.yesOrNo(Objects.equals(division.deepPoverty(), "CONFIRMED")))
                .add(
                        "yanshanTaihang",
                        Text.of("燕山—太行山片区", "Yanshan–Taihang area"),
                        division -> Values.yesOrNo(division.yanshanTaihang()))
                .all();
    }
}
