package org.duijie.matching.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.duijie.chassis.text.Text;
import org.duijie.matching.attention.Attention;
import org.duijie.matching.likeness.TextRead;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Ppm;
import org.duijie.matching.occasion.Occasion;
import org.duijie.matching.occasion.ReasonCode;
import org.duijie.matching.pairing.PairingsChanged;
import org.duijie.matching.reason.Difference;
import org.duijie.matching.reason.FactDifferences;
import org.duijie.matching.reason.PairingDifferences;
import org.duijie.matching.reason.Turn;
import org.duijie.matching.reason.Turns;
import org.duijie.matching.replica.Cause;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.Fact;
import org.duijie.matching.replica.FactChange;
import org.duijie.matching.replica.Facts;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.replica.OrganizationFact;

/** What happened, in words and member by member: the first half of an announcement's reason. */
final class Reasons {

    private static final Text CHANGED = Text.of("有变更", "changed");
    private static final Text ATTENTION = Text.of("该县所获关注比应得份额", "attention of the county against its share");
    private static final Text NOT_MEASURED = Text.of("尚未测算", "not measured");
    private static final String STATUS = "status";

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

    static Occasion of(FactChange change) {
        List<Difference> changes = FactDifferences.between(change.before(), change.fact());
        return new Occasion(
                code(change.fact()), subject(change.fact()), sentence(change, changes), changes, change.cause());
    }

    /** A day means something else for each pair: what of its two sides has turned. */
    static Occasion ofPair(Occasion occasion, NeedFact need, OfferFact offer, Facts facts, Basis basis) {
        if (occasion.code() != ReasonCode.DAY_BEGAN) {
            return occasion;
        }
        List<Turn> turns = Turns.between(
                DayPassage.of(occasion).from(),
                basis.on(),
                need,
                offer,
                facts.organization(offer.organizationId()),
                basis.pairings());
        return turned(occasion, turns);
    }

    private static Occasion turned(Occasion occasion, List<Turn> turns) {
        if (turns.isEmpty()) {
            return occasion;
        }
        Text sentence = Text.of(
                turns.stream().map(turn -> turn.sentence().zh()).collect(Collectors.joining("；")),
                turns.stream().map(turn -> turn.sentence().en()).collect(Collectors.joining("; ")));
        return new Occasion(
                occasion.code(),
                occasion.subject(),
                sentence,
                turns.stream().map(Turn::difference).toList(),
                occasion.cause());
    }

    /** A day means something else for each organization: what of its standing has turned. */
    static Occasion ofOrganization(Occasion occasion, OrganizationFact organization, Basis basis) {
        return occasion.code() == ReasonCode.DAY_BEGAN
                ? turned(occasion, Turns.between(DayPassage.of(occasion).from(), basis.on(), organization))
                : occasion;
    }

    /** Nothing was known of it before, so nothing of it has changed. */
    static boolean tellsOfANewcomer(Occasion occasion) {
        return occasion.cause().type().contains(".registered.");
    }

    /** One for each county whose pairings changed. */
    static List<Occasion> of(PairingsChanged change, Instant at) {
        return PairingDifferences.between(change.before(), change.after()).entrySet().stream()
                .map(county -> {
                    Text details = details(county.getValue(), false);
                    return new Occasion(
                            ReasonCode.PAIRINGS_CHANGED,
                            county.getKey(),
                            Text.of("结对关系有更新" + details.zh(), "The pairings changed" + details.en()),
                            county.getValue(),
                            Cause.of("pairings.changed", at));
                })
                .toList();
    }

    /** One for each county that lacks more or less attention than before. */
    static List<Occasion> of(Set<String> counties, Attention before, Attention after, Instant at) {
        return counties.stream()
                .sorted()
                .map(county -> {
                    Difference change =
                            new Difference("attention", ATTENTION, lack(before, county), lack(after, county));
                    return new Occasion(
                            ReasonCode.ATTENTION_CHANGED,
                            county,
                            Text.of(
                                    "各县所获关注已重新测量（" + change.sentence().zh() + "）",
                                    "The counties' attention was measured anew ("
                                            + change.sentence().en() + ")"),
                            List.of(change),
                            Cause.of("attention.changed", at));
                })
                .toList();
    }

    private static Text lack(Attention attention, String county) {
        OptionalInt lack = attention.lackPpm(county);
        return lack.isEmpty()
                ? NOT_MEASURED
                : Text.of("少 " + Ppm.percent(lack.getAsInt()), Ppm.percent(lack.getAsInt()) + " less");
    }

    static Occasion of(TextRead read) {
        Text sentence =
                switch (read.fact()) {
                    case NeedFact said ->
                        Text.of(
                                "需求“" + said.title() + "”的文字已读取",
                                "What the need \"" + said.title() + "\" says was read");
                    case OfferFact said ->
                        Text.of(
                                "资源“" + said.title() + "”的文字已读取",
                                "What the offer \"" + said.title() + "\" says was read");
                    case OrganizationFact _, DivisionFact _ ->
                        throw new IllegalArgumentException("It says nothing to be read");
                };
        return new Occasion(
                ReasonCode.TEXT_READ,
                read.fact().id().toString(),
                sentence,
                List.of(),
                Cause.of("text.read", read.at()));
    }

    private static ReasonCode code(Fact fact) {
        return switch (fact) {
            case NeedFact _ -> ReasonCode.NEED_CHANGED;
            case OfferFact _ -> ReasonCode.OFFER_CHANGED;
            case OrganizationFact _ -> ReasonCode.ORGANIZATION_CHANGED;
            case DivisionFact _ -> ReasonCode.DIVISION_CHANGED;
        };
    }

    private static String subject(Fact fact) {
        return fact instanceof DivisionFact division
                ? division.code()
                : fact.id().toString();
    }

    private static Text sentence(FactChange change, List<Difference> changes) {
        Text verb = verb(change.cause().type());
        Text details = details(changes, !verb.equals(CHANGED));
        return switch (change.fact()) {
            case NeedFact need ->
                Text.of(
                        "需求“" + need.title() + "”" + verb.zh() + details.zh(),
                        "The need \"" + need.title() + "\" " + verb.en() + details.en());
            case OfferFact offer ->
                Text.of(
                        "资源“" + offer.title() + "”" + verb.zh() + details.zh(),
                        "The offer \"" + offer.title() + "\" " + verb.en() + details.en());
            case OrganizationFact organization ->
                Text.of(
                        "组织“" + organization.name() + "”" + verb.zh() + details.zh(),
                        "The organization \"" + organization.name() + "\" " + verb.en() + details.en());
            case DivisionFact division ->
                Text.of(
                        "“" + division.name() + "”的资料有更新" + details.zh(),
                        "The record of " + division.name() + " " + verb.en() + details.en());
        };
    }

    /** In brackets behind the verb, which says itself what became of the status. */
    static Text details(List<Difference> changes, boolean verbSaysStatus) {
        List<Text> told = changes.stream()
                .filter(change -> !verbSaysStatus || !change.member().equals(STATUS))
                .map(Difference::sentence)
                .toList();
        return told.isEmpty()
                ? Text.of("", "")
                : Text.of(
                        "（" + told.stream().map(Text::zh).collect(Collectors.joining("；")) + "）",
                        " (" + told.stream().map(Text::en).collect(Collectors.joining("; ")) + ")");
    }

    private static Text verb(String type) {
        String[] segments = type.split("\\.", -1);
        return segments.length < 2 ? CHANGED : VERBS.getOrDefault(segments[segments.length - 2], CHANGED);
    }
}
