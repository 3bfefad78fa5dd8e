package org.duijie.project.quality;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duijie.chassis.text.Text;
import org.duijie.project.need.NeedTerms;
import org.duijie.project.reference.ReferenceFile;

/**
 * Something for which platforms of this kind were shamed: a row of {@code unusual_things.csv}. A school may have reasons
 * to ask for it, so a reviewer is told; a single household's wish for it is no county's need and is refused.
 */
record UnusualThing(List<String> words, Text name, String source) {

    /** Fewer persons than this, in one household, are somebody's family. */
    private static final int A_FAMILY = 5;

    static List<UnusualThing> read() {
        return new ReferenceFile("unusual_things.csv")
                .rows().stream()
                        .map(row -> new UnusualThing(
                                List.of(row.text("words").split("\\|")),
                                Text.of(row.text("zh"), row.text("en")),
                                row.text("source") + " " + row.text("url")))
                        .toList();
    }

    Optional<Hint> hint(Asked asked) {
        return asked.texts().entrySet().stream()
                .filter(place -> names(place.getValue()))
                .findFirst()
                .map(place -> hint(asked.terms(), place));
    }

    private boolean names(String text) {
        return words.stream().anyMatch(text::contains);
    }

    private Hint hint(NeedTerms terms, Map.Entry<String, String> place) {
        boolean wish = terms.beneficiaryHouseholds() <= 1 && terms.beneficiaryPersons() < A_FAMILY;
        return new Hint(
                wish ? "private-wish" : "unusual-thing",
                wish ? Hint.Severity.BLOCKING : Hint.Severity.WARNING,
                place.getKey(),
                wish
                        ? Text.of(
                                "这是一户人家对" + name.zh() + "的愿望，不是一个县的需求。",
                                "This is one household's wish for " + name.en() + ", not a county's need.")
                        : Text.of(
                                "帮扶需求中少见的物品：" + name.zh() + "；请核实用途。",
                                "Seldom part of a need: " + name.en() + ". Check what it is for."),
                Text.of(
                        "出现下列任一字样时提示；只帮一户且不足" + A_FAMILY + "人时不得提交：" + String.join("、", words),
                        "any of these words is shown, and refused where one household of fewer than " + A_FAMILY
                                + " persons is helped: " + String.join(", ", words)),
                source);
    }
}
