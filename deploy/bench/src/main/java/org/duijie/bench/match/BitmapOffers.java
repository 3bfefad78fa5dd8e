package org.duijie.bench.match;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duijie.bench.match.Hits.Hit;
import org.duijie.matching.match.Basis;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/** A bitmap of rows for each value that the hard rules ask for; what is in all that a need asks for is scored on columns. */
final class BitmapOffers {

    private static final String ANY = "*";

    private final ColumnScan columns;
    private final Map<String, BitSet> bitmaps = new HashMap<>();

    BitmapOffers(ColumnScan columns) {
        this.columns = columns;
        for (int row = 0; row < columns.size(); row++) {
            if (columns.until(row) >= Country.TODAY.toEpochDay()) {
                OfferFact offer = columns.offer(row);
                add(
                        "resource ",
                        offer.items().stream()
                                .map(item -> item.resourceCode() + "/" + item.unit())
                                .toList(),
                        row);
                add("field ", offer.fields(), row);
                add("mode ", offer.modes(), row);
                add("division ", offer.divisions(), row);
            }
        }
    }

    private void add(String kind, List<String> values, int row) {
        for (String value : values.isEmpty() ? List.of(ANY) : values) {
            bitmaps.computeIfAbsent(kind + value, any -> new BitSet()).set(row);
        }
    }

    List<Hit> top(NeedFact need, DivisionFact division, Basis basis, int limit) {
        String county = need.divisionCode();
        BitSet rows = anyOf("resource ", LuceneOffers.serving(need));
        rows.and(anyOf("field ", List.of(need.field(), ANY)));
        rows.and(anyOf("mode ", List.of(need.mode(), ANY)));
        rows.and(anyOf(
                "division ", List.of(ANY, county, county.substring(0, 4) + "00", county.substring(0, 2) + "0000")));
        ColumnScan.Question question = columns.new Question(need, division, basis);
        Hits hits = new Hits(limit);
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            hits.add(question.ppm(row), columns.id(row));
        }
        return hits.best();
    }

    private BitSet anyOf(String kind, List<String> values) {
        BitSet any = new BitSet(columns.size());
        for (String value : values) {
            BitSet rows = bitmaps.get(kind + value);
            if (rows != null) {
                any.or(rows);
            }
        }
        return any;
    }
}
