package org.duijie.matching.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.OfferFact;

/** What an offer is for: resources, fields, counties, modes. */
final class ScopeChecks {

    static final Check ITEM = new Check(
            pair -> pair.need().items().stream()
                    .noneMatch(wanted -> pair.offer().items().stream().anyMatch(item -> item.serves(wanted))),
            pair -> Text.of("该资源与需求没有共同的物项。", "The offer has no item in common with the need."),
            ScopeChecks::addItem);

    static final Check FIELD = new Check(
            pair -> !admits(pair.offer().fields(), pair.need().field()),
            pair -> Text.of(
                    "该资源不服务于“" + Words.of(pair.need().field()).zh() + "”领域，只服务于："
                            + Words.of(pair.offer().fields()).zh() + "。",
                    "The offer does not serve the field "
                            + Words.of(pair.need().field()).en() + ", only: "
                            + Words.of(pair.offer().fields()).en() + "."),
            pair -> Change.of(
                    "资源增加“" + Words.of(pair.need().field()).zh() + "”领域。",
                    "Add the field " + Words.of(pair.need().field()).en() + " to the offer.",
                    Edit.add(Subject.OFFER, "fields", pair.need().field())));

    static final Check COUNTY = new Check(
            pair -> !pair.offer().divisions().isEmpty()
                    && pair.offer().divisions().stream()
                            .noneMatch(code ->
                                    DivisionCode.covers(code, pair.need().divisionCode())),
            pair -> Text.of("该资源的服务地区不含" + county(pair) + "。", "The offer does not serve " + county(pair) + "."),
            pair -> Change.of(
                    "资源的服务地区增加" + county(pair) + "。",
                    "Add " + county(pair) + " to the divisions of the offer.",
                    Edit.add(Subject.OFFER, "divisions", pair.need().divisionCode())));

    static final Check MODE = new Check(
            pair -> !admits(pair.offer().modes(), pair.need().mode()),
            pair -> Text.of(
                    "该资源不提供“" + Words.of(pair.need().mode()).zh() + "”帮扶。",
                    "The offer does not help in the mode "
                            + Words.of(pair.need().mode()).en() + "."),
            pair -> Change.of(
                    "资源增加“" + Words.of(pair.need().mode()).zh() + "”方式。",
                    "Add the mode " + Words.of(pair.need().mode()).en() + " to the offer.",
                    Edit.add(Subject.OFFER, "modes", pair.need().mode())));

    static final Check EXCLUDED = new Check(
            pair -> needExcludes(pair) || !excluding(pair).isEmpty(),
            pair -> needExcludes(pair)
                    ? Text.of("该需求排除了这家组织。", "The need excludes this organization.")
                    : Text.of("该资源排除了" + county(pair) + "。", "The offer excludes " + county(pair) + "."),
            ScopeChecks::admit);

    private ScopeChecks() {}

    /** An empty list admits everything. */
    static boolean admits(List<String> admitted, String value) {
        return admitted.isEmpty() || admitted.contains(value);
    }

    /** One more line in the offer is the least that gives the two something in common: the need's weightiest. */
    private static Change addItem(Pair pair) {
        ItemFact wanted = pair.need().items().stream()
                .max(Comparator.comparingLong(ItemFact::valueFen))
                .orElseThrow();
        return Change.of(
                "资源增加物项 " + wanted.resourceCode() + "（单位：" + wanted.unit() + "）。",
                "Add the item " + wanted.resourceCode() + " in the unit " + wanted.unit() + " to the offer.",
                Edit.add(Subject.OFFER, "items", wanted.resourceCode() + "/" + wanted.unit()));
    }

    private static boolean needExcludes(Pair pair) {
        return pair.need().excludedOrganizations().contains(pair.offer().creditCode());
    }

    private static List<String> excluding(Pair pair) {
        OfferFact offer = pair.offer();
        return offer.excludedDivisions().stream()
                .filter(code -> DivisionCode.covers(code, pair.need().divisionCode()))
                .toList();
    }

    private static Change admit(Pair pair) {
        List<Edit> edits = new ArrayList<>();
        if (needExcludes(pair)) {
            edits.add(Edit.remove(
                    Subject.NEED, "excludedOrganizations", pair.offer().creditCode()));
        }
        excluding(pair).forEach(code -> edits.add(Edit.remove(Subject.OFFER, "excludedDivisions", code)));
        return new Change(
                Text.of("解除上述排除。", "Lift the exclusion" + (edits.size() > 1 ? "s." : ".")), List.copyOf(edits));
    }

    private static String county(Pair pair) {
        var division = pair.division();
        String code = pair.need().divisionCode();
        return division == null ? code : division.name() + " " + code;
    }
}
