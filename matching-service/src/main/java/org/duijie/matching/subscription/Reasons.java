package org.duijie.matching.subscription;

import java.util.Map;
import org.duijie.chassis.text.Text;
import org.duijie.matching.likeness.TextRead;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** What happened, in words: the first half of an announcement's reason. */
final class Reasons {

    private static final Text CHANGED = Text.of("有变更", "changed");

    /** By the last but one segment of the event's type. */
    private static final Map<String, Text> VERBS = Map.ofEntries(
            Map.entry("drafted", Text.of("已起草", "was drafted")),
            Map.entry("revised", Text.of("已改写", "was revised")),
            Map.entry("submitted", Text.of("已提交", "was submitted")),
            Map.entry("published", Text.of("已发布", "was published")),
            Map.entry("returned", Text.of("被退回", "was returned")),
            Map.entry("withdrawn", Text.of("已撤回", "was withdrawn")),
            Map.entry("expired", Text.of("已过期", "expired")),
            Map.entry("amended", Text.of("已修改", "was amended")),
            Map.entry("reopened", Text.of("已收回重写", "was taken back to be rewritten")),
            Map.entry("opened", Text.of("已开放", "was opened")),
            Map.entry("capacity-changed", Text.of("的余量有变化", "has another amount left")),
            Map.entry("exhausted", Text.of("已用尽", "was exhausted")),
            Map.entry("replenished", Text.of("又有余量", "has something left again")),
            Map.entry("registered", Text.of("已登记", "was registered")),
            Map.entry("verified", Text.of("已核实", "was verified")),
            Map.entry("suspended", Text.of("被暂停", "was suspended")),
            Map.entry("reinstated", Text.of("已恢复", "was reinstated")),
            Map.entry("deregistered", Text.of("已注销", "was deregistered")),
            Map.entry("standing-changed", Text.of("的信用状况有变化", "has another standing")));

    private Reasons() {}

    static ReasonCode code(Fact fact) {
        return switch (fact) {
            case NeedFact _ -> ReasonCode.NEED_CHANGED;
            case OfferFact _ -> ReasonCode.OFFER_CHANGED;
            case OrganizationFact _ -> ReasonCode.ORGANIZATION_CHANGED;
            case DivisionFact _ -> ReasonCode.DIVISION_CHANGED;
        };
    }

    static Text sentence(FactChange change) {
        Text verb = verb(change.cause().type());
        return switch (change.fact()) {
            case NeedFact need ->
                Text.of("需求“" + need.title() + "”" + verb.zh(), "The need \"" + need.title() + "\" " + verb.en());
            case OfferFact offer ->
                Text.of("资源“" + offer.title() + "”" + verb.zh(), "The offer \"" + offer.title() + "\" " + verb.en());
            case OrganizationFact organization ->
                Text.of(
                        "组织“" + organization.name() + "”" + verb.zh(),
                        "The organization \"" + organization.name() + "\" " + verb.en());
            case DivisionFact division ->
                Text.of("“" + division.name() + "”的资料有更新", "The record of " + division.name() + " " + verb.en());
        };
    }

    static Text sentence(TextRead read) {
        return switch (read.fact()) {
            case NeedFact need ->
                Text.of("需求“" + need.title() + "”的文字已读取", "What the need \"" + need.title() + "\" says was read");
            case OfferFact offer ->
                Text.of("资源“" + offer.title() + "”的文字已读取", "What the offer \"" + offer.title() + "\" says was read");
            case OrganizationFact _, DivisionFact _ -> throw new IllegalArgumentException("It says nothing to be read");
        };
    }

    private static Text verb(String type) {
        String[] segments = type.split("\\.", -1);
        return segments.length < 2 ? CHANGED : VERBS.getOrDefault(segments[segments.length - 2], CHANGED);
    }
}
