package org.duijie.project.statistics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.duijie.chassis.database.Insert;

/**
 * One change of a count or an amount. Facts are written in the transaction of what they count and are never changed: what
 * no longer counts is taken back by another. Their sum up to a position is the statistic at that position.
 *
 * @param count -1, 0 or 1
 * @param fen may be negative
 */
public record Fact(Instant at, Stage stage, Cell cell, int count, long fen) {

    private static final Insert FACTS = new Insert(
            "statistic_fact",
            List.of(
                    "at timestamptz",
                    "stage text",
                    "category text",
                    "level text",
                    "origin text",
                    "mode text",
                    "field text",
                    "division_code text",
                    "year smallint",
                    "count smallint",
                    "fen bigint"));

    /** As rows, for whoever writes what they count in the same round trip. */
    public static Insert.Rows rows(Collection<Fact> facts) {
        Insert.Rows rows = FACTS.rows();
        for (Fact fact : facts) {
            Cell cell = fact.cell();
            rows.add(
                    fact.at(),
                    fact.stage(),
                    cell.category(),
                    cell.level(),
                    cell.origin(),
                    cell.mode(),
                    cell.field(),
                    cell.divisionCode(),
                    cell.year(),
                    fact.count(),
                    fact.fen());
        }
        return rows;
    }
}
