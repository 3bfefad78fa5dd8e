package org.duijie.bench.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.DoubleValuesSource;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.duijie.matching.match.Basis;
import org.duijie.matching.match.Scale;
import org.duijie.matching.replica.DivisionFact;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;

/**
 * Lucene as exact as we are: filters for what terms can say, and a score for each that passes, computed on the columns of
 * the scan, which is faster than any expression over its own. One segment, in the order of the ids, so that its ties
 * are ours.
 */
final class LuceneOffers implements AutoCloseable {

    private static final String ANY = "*";

    private final ColumnScan columns;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    LuceneOffers(List<OfferFact> offers, ColumnScan columns) {
        this.columns = columns;
        try {
            ByteBuffersDirectory directory = new ByteBuffersDirectory();
            try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig().setRAMBufferSizeMB(256))) {
                List<OfferFact> byId = new ArrayList<>(offers);
                byId.sort(Comparator.comparing(offer -> offer.id().toString()));
                for (OfferFact offer : byId) {
                    writer.addDocument(document(offer));
                }
                writer.forceMerge(1);
            }
            reader = DirectoryReader.open(directory);
            searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document document(OfferFact offer) {
        Document document = new Document();
        offer.items().stream()
                .map(item -> item.resourceCode() + "/" + item.unit())
                .distinct()
                .forEach(resource -> document.add(new StringField("resource", resource, Store.NO)));
        add(document, "field", offer.fields());
        add(document, "mode", offer.modes());
        add(document, "division", offer.divisions());
        document.add(new IntPoint("until", columns.until(columns.row(offer.id()))));
        document.add(new NumericDocValuesField("row", columns.row(offer.id())));
        return document;
    }

    private static void add(Document document, String name, List<String> values) {
        (values.isEmpty() ? List.of(ANY) : values)
                .forEach(value -> document.add(new StringField(name, value, Store.NO)));
    }

    List<UUID> top(NeedFact need, DivisionFact division, Basis basis, int limit) {
        String county = need.divisionCode();
        BooleanQuery filter = new BooleanQuery.Builder()
                .add(in("resource", serving(need)), Occur.FILTER)
                .add(in("field", List.of(need.field(), ANY)), Occur.FILTER)
                .add(in("mode", List.of(need.mode(), ANY)), Occur.FILTER)
                .add(
                        in(
                                "division",
                                List.of(ANY, county, county.substring(0, 4) + "00", county.substring(0, 2) + "0000")),
                        Occur.FILTER)
                .add(IntPoint.newRangeQuery("until", (int) basis.on().toEpochDay(), Integer.MAX_VALUE), Occur.FILTER)
                .build();
        try {
            ScoreDoc[] hits = searcher.search(
                            new FunctionScoreQuery(filter, new Scores(columns.new Question(need, division, basis))),
                            limit)
                    .scoreDocs;
            List<UUID> ids = new ArrayList<>();
            NumericDocValues rows = rows(searcher.getIndexReader().leaves().getFirst());
            for (ScoreDoc hit : Arrays.stream(hits)
                    .filter(hit -> hit.score > 0)
                    .sorted(Comparator.comparingInt(hit -> hit.doc))
                    .toList()) {
                rows.advanceExact(hit.doc);
                ids.add(columns.id((int) rows.longValue()));
            }
            return ids;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The resources that serve something wanted. */
    static List<String> serving(NeedFact need) {
        List<String> serving = new ArrayList<>();
        for (ItemFact item : need.items()) {
            String code = item.resourceCode();
            for (int end = code.length(); end > 0; end = code.lastIndexOf('.', end - 1)) {
                serving.add(code.substring(0, end) + "/" + item.unit());
            }
        }
        return serving.stream().distinct().toList();
    }

    private static Query in(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    private static NumericDocValues rows(LeafReaderContext leaf) throws IOException {
        return Objects.requireNonNull(leaf.reader().getNumericDocValues("row"));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A score above zero is that of a match. */
    private static final class Scores extends DoubleValuesSource {
        private final ColumnScan.Question query;

        Scores(ColumnScan.Question query) {
            this.query = query;
        }

        @Override
        public DoubleValues getValues(LeafReaderContext leaf, DoubleValues ignored) throws IOException {
            NumericDocValues rows = rows(leaf);
            return new DoubleValues() {
                @Override
                public double doubleValue() throws IOException {
                    int ppm = query.ppm((int) rows.longValue());
                    return ppm == Scale.ABSENT ? 0 : ppm + 1;
                }

                @Override
                public boolean advanceExact(int document) throws IOException {
                    return rows.advanceExact(document);
                }
            };
        }

        @Override
        public boolean needsScores() {
            return false;
        }

        @Override
        public DoubleValuesSource rewrite(IndexSearcher searcher) {
            return this;
        }

        @Override
        public boolean isCacheable(LeafReaderContext leaf) {
            return false;
        }

        @Override
        public Explanation explain(LeafReaderContext leaf, int document, Explanation score) {
            return score;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public String toString() {
            return "the score of a match";
        }
    }
}
