package org.duijie.project.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.duijie.chassis.money.Money;
import org.duijie.project.statistics.FactBook.Question;
import org.duijie.project.statistics.FactBook.Sum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures by one cut or two, which add up: the rows to the margins of each cut, and these to the totals.
 *
 * @param margins for each cut asked for, its parts by themselves
 */
@Schema(name = "Statistic", description = "Counts and amounts that add up in every direction")
public record StatisticResponse(
        @Schema(description = "How many facts of the ledger are counted; asked for again, the same figures come out")
        int position,

        @Schema(description = "The instant that was asked for") @Nullable
        Instant asOf,

        List<Stage> stages,
        List<Cut> by,
        List<Row> rows,
        List<Margin> margins,
        List<Figure> totals) {

    @Schema(name = "StatisticFigure")
    public record Figure(
            Stage stage, @Schema(examples = "403") int count, Money amount) {}

    @Schema(name = "StatisticRow", description = "One part of each cut, crossed")
    public record Row(
            @Schema(
                    description = "The part of each cut, in the order of by; empty where nobody has taken it up",
                    examples = "[\"DEVELOPMENT\", \"PROVINCIAL\"]")
            List<String> parts,

            List<Figure> figures) {}

    @Schema(name = "StatisticMargin", description = "One part of one cut")
    public record Margin(
            Cut cut, @Schema(examples = "DEVELOPMENT") String part, List<Figure> figures) {}

    private static final Comparator<List<String>> BY_PARTS =
            Comparator.<List<String>, String>comparing(parts -> String.join("\u0000", parts));

    static StatisticResponse of(Question question, @Nullable Instant asOf, Map<List<String>, Map<Stage, Sum>> answer) {
        Map<List<String>, Map<Stage, Sum>> sorted = new TreeMap<>(BY_PARTS);
        sorted.putAll(answer);
        List<Row> rows = new ArrayList<>();
        sorted.forEach((parts, sums) -> rows.add(new Row(parts, figures(question, sums))));
        List<Margin> margins = new ArrayList<>();
        for (int cut = 0; cut < question.by().size(); cut++) {
            margins.addAll(margins(question, cut, sorted));
        }
        return new StatisticResponse(
                question.position(),
                asOf,
                question.stages(),
                question.by(),
                rows,
                margins,
                figures(question, total(sorted.values())));
    }

    private static List<Margin> margins(Question question, int cut, Map<List<String>, Map<Stage, Sum>> rows) {
        Map<String, List<Map<Stage, Sum>>> byPart = new TreeMap<>();
        rows.forEach((parts, sums) -> byPart.computeIfAbsent(parts.get(cut), part -> new ArrayList<>())
                .add(sums));
        List<Margin> margins = new ArrayList<>();
        byPart.forEach(
                (part, sums) -> margins.add(new Margin(question.by().get(cut), part, figures(question, total(sums)))));
        return margins;
    }

    private static Map<Stage, Sum> total(Iterable<Map<Stage, Sum>> rows) {
        Map<Stage, Sum> total = new LinkedHashMap<>();
        rows.forEach(row -> row.forEach((stage, sum) -> total.merge(stage, sum, Sum::plus)));
        return total;
    }

    private static List<Figure> figures(Question question, Map<Stage, Sum> sums) {
        return question.stages().stream()
                .map(stage -> {
                    Sum sum = sums.getOrDefault(stage, Sum.NONE);
                    return new Figure(stage, sum.count(), Money.ofFen(sum.fen()));
                })
                .toList();
    }
}
