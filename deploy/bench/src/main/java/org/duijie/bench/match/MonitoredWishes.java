package org.duijie.bench.match;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.duijie.matching.replica.ItemFact;
import org.duijie.matching.replica.NeedFact;
import org.duijie.matching.replica.OfferFact;
import org.duijie.matching.subscription.Wish;

/**
 * Lucene Monitor with a query for each wish: what the wish asks for, and one of the organization's offers that serves the
 * need, as far as terms and ranges can say it. What they cannot – the score, and what a pair must come to – is asked of the
 * columns of the scan for each query that matched. It is told which terms are rare among needs, and narrows by several of
 * them at once.
 */
final class MonitoredWishes implements AutoCloseable {

    private static final int PASSES = 3;
    private static final int PAGE = 5_000;

    private final Map<Term, Integer> frequencies = new HashMap<>();
    private final Monitor monitor;

    /** @param samples needs that tell how frequent terms are */
    MonitoredWishes(List<Wish> wishes, Nation nation, List<NeedFact> samples) {
        samples.forEach(need -> document(need).forEach(field -> {
            if (field.stringValue() != null) {
                frequencies.merge(new Term(field.name(), field.stringValue()), 1, Integer::sum);
            }
        }));
        try {
            monitor = new Monitor(
                    new KeywordAnalyzer(),
                    new MultipassTermFilteredPresearcher(
                            PASSES, 0, term -> 1.0 / (1 + frequencies.getOrDefault(term, 0)), List.of(), Set.of()));
            for (int from = 0; from < wishes.size(); from += PAGE) {
                List<MonitorQuery> queries = new ArrayList<>();
                for (int i = from; i < Math.min(wishes.size(), from + PAGE); i++) {
                    Wish wish = wishes.get(i);
                    Collection<OfferFact> offers = nation.facts.offersOf(wish.organization());
                    queries.add(new MonitorQuery(Integer.toString(i), query(wish, offers)));
                }
                monitor.register(queries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The numbers of the wishes whose queries match. */
    List<Integer> matching(NeedFact need) {
        try {
            return monitor.match(document(need), QueryMatch.SIMPLE_MATCHER).getMatches().stream()
                    .map(match -> Integer.valueOf(match.getQueryId()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document document(NeedFact need) {
        Document document = new Document();
        String county = need.divisionCode();
        add(document, "division", List.of(county, county.substring(0, 4) + "00", county.substring(0, 2) + "0000"));
        add(document, "field", List.of(need.field()));
        add(document, "mode", List.of(need.mode()));
        add(document, "category", List.of(need.category()));
        add(document, "resource", LuceneOffers.serving(need));
        long last = Math.min(need.deadline().toEpochDay(), need.periodEnd().toEpochDay());
        document.add(new IntPoint("last", (int) last));
        document.add(new IntPoint("start", (int) need.periodStart().toEpochDay()));
        document.add(new LongPoint("value", need.valueFen()));
        return document;
    }

    private static void add(Document document, String field, List<String> values) {
        values.forEach(value -> document.add(new StringField(field, value, Store.NO)));
    }

    private static Query query(Wish wish, Collection<OfferFact> offers) {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder();
        admit(wanted, "field", wish.fields());
        admit(wanted, "mode", wish.modes());
        admit(wanted, "category", wish.categories());
        admit(wanted, "division", wish.divisions());
        BooleanQuery.Builder served = new BooleanQuery.Builder();
        offers.stream().filter(OfferFact::open).forEach(offer -> served.add(query(offer), Occur.SHOULD));
        // Whoever offers nothing serves no need: no document says so.
        served.add(new TermQuery(new Term("resource", "nothing")), Occur.SHOULD);
        return wanted.add(served.build(), Occur.FILTER).build();
    }

    private static Query query(OfferFact offer) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        admit(
                query,
                "resource",
                offer.items().stream().map(MonitoredWishes::word).toList());
        admit(query, "field", offer.fields());
        admit(query, "mode", offer.modes());
        admit(query, "division", offer.divisions());
        offer.excludedDivisions().forEach(code -> query.add(new TermQuery(new Term("division", code)), Occur.MUST_NOT));
        int from = (int) offer.validFrom().toEpochDay();
        int until = (int) offer.validUntil().toEpochDay();
        query.add(IntPoint.newRangeQuery("last", from, Integer.MAX_VALUE), Occur.FILTER);
        query.add(IntPoint.newRangeQuery("start", Integer.MIN_VALUE, until), Occur.FILTER);
        Long least = offer.smallestCommitmentFen();
        if (least != null) {
            query.add(LongPoint.newRangeQuery("value", least, Long.MAX_VALUE), Occur.FILTER);
        }
        return query.build();
    }

    private static String word(ItemFact item) {
        return item.resourceCode() + "/" + item.unit();
    }

    private static void admit(BooleanQuery.Builder query, String field, List<String> values) {
        if (!values.isEmpty()) {
            BooleanQuery.Builder any = new BooleanQuery.Builder();
            values.stream().distinct().forEach(value -> any.add(new TermQuery(new Term(field, value)), Occur.SHOULD));
            query.add(any.build(), Occur.FILTER);
        }
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
