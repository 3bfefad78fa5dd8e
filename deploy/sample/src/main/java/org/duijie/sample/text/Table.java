package org.duijie.sample.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table whose columns stay aligned with Chinese and Latin text mixed. */
public final class Table {
    private static final String GAP = "  ";
    private static final String RULE = "─";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    /** Columns whose heads begin with {@code >} are aligned to the right. */
    public Table(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row; it has a cell for each column. */
    public Table row(Object... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + head.size() + " columns");
        }
        rows.add(Arrays.stream(cells).map(String::valueOf).toList());
        return this;
    }

    /** The table, a line for each row; no cell is wider than {@code widest} columns. */
    public String render(int widest) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head.stream().map(Table::label).toList());
        rows.forEach(row -> lines.add(
                row.stream().map(cell -> DisplayWidth.cut(cell, widest)).toList()));
        int[] widths = new int[head.size()];
        for (List<String> line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], DisplayWidth.of(line.get(column)));
            }
        }
        StringBuilder table = new StringBuilder();
        for (List<String> line : lines) {
            table.append(line(line, widths)).append('\n');
            if (line == lines.getFirst()) {
                table.append(RULE.repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1)))
                        .append('\n');
            }
        }
        return table.toString();
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = cells.get(column);
            String space = " ".repeat(widths[column] - DisplayWidth.of(cell));
            line.append(column == 0 ? "" : GAP).append(head.get(column).startsWith(">") ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static String label(String head) {
        return head.startsWith(">") ? head.substring(1) : head;
    }
}
