package org.duijie.matching.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.duijie.chassis.money.Money;
import org.duijie.chassis.text.Text;
import org.duijie.matching.match.Edit.Subject;
import org.duijie.matching.replica.DivisionCode;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/** What an offer is for: resources, fields, counties, modes. */
final class ScopeChecks {

    static final Check ITEM = new Check(
            pair -> !Common.any(pair),
            pair -> Text.of("该资源与需求没有共同的物项。", "The offer has no item in common with the need."),
            ScopeChecks::addItems);

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

    /**
     * The fewest lines that give the two enough in common: the need's weightiest, and the next ones where that is worth
     * less than the smallest commitment. Where even all of the need is worth less, one line and a lower commitment. So
     * this change alone turns the pair if nothing else is broken, though {@link AmountChecks#SMALLEST} is not judged yet.
     */
    private static Change addItems(Pair pair) {
        NeedFact need = pair.need();
        Long bound = pair.offer().smallestCommitmentFen();
        long smallest = bound == null ? 0 : bound;
        List<ItemFact> weightiest = need.items().stream()
                .sorted(Comparator.comparingLong(ItemFact::valueFen).reversed())
                .toList();
        List<ItemFact> added = new ArrayList<>(weightiest.subList(0, 1));
        boolean reachable = need.valueFen() >= smallest;
        for (ItemFact wanted : weightiest) {
            if (reachable
                    && Common.valueFen(need, added) < smallest
                    && added.stream().noneMatch(item -> item.serves(wanted))) {
                added.add(wanted);
            }
        }
        List<Edit> edits = new ArrayList<>();
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (ItemFact item : added) {
            edits.add(Edit.add(Subject.OFFER, "items", item.resourceCode() + "/" + item.unit()));
            zh.add(item.resourceCode() + "（单位：" + item.unit() + "）");
            en.add(item.resourceCode() + " in the unit " + item.unit());
        }
        if (reachable) {
            return new Change(
                    Text.of(
                            "资源增加物项 " + String.join("、", zh) + "。",
                            (added.size() == 1 ? "Add the item " : "Add the items ") + String.join(", ", en)
                                    + " to the offer."),
                    List.copyOf(edits));
        }
        String value = Money.ofFen(Common.valueFen(need, added)).amount();
        edits.add(Edit.set(Subject.OFFER, "smallestCommitment", value));
        return new Change(
                Text.of(
                        "资源增加物项 " + String.join("、", zh) + "，且最小承诺降至 " + value + " 元。",
                        "Add the item " + String.join(", ", en) + " to the offer, and lower its smallest commitment to "
                                + value + " CNY."),
                List.copyOf(edits));
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
