package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Session;
import org.duijie.sample.text.Table;

/** Shows the ranked matches of needs of several real counties, with the reasons for each. */
final class Rankings {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int RANKS_SHOWN = 3;
    private static final int REASONS_SHOWN = 2;

    /** Counties of every part of Hebei. */
    private static final List<String> COUNTIES = List.of("130723", "130624", "130630", "130828", "130434", "131122");

    private final Gateway gateway;
    private final Narrator narrator;

    Rankings(Gateway gateway, Narrator narrator) {
        this.gateway = gateway;
        this.narrator = narrator;
    }

    /** Shows them all, first this need's, and gives its best match. */
    JsonNode show(String need) {
        narrator.step("真实各县需求的匹配排名", "ranked matches of real counties");
        Session province = gateway.as("hebei");
        Table table = new Table("县与需求 county, need", ">名次", "组织 organization", ">得分 score", "主要理由 reasons");
        List<JsonNode> ranked = awaitMatches(province, need);
        addRows(table, ranked);
        for (String county : COUNTIES) {
            JsonNode other = firstPublishedNeed(province, county);
            addRows(table, awaitMatches(province, other.path("id").asText()));
        }
        narrator.table(table);
        return ranked.getFirst();
    }

    private JsonNode firstPublishedNeed(Session session, String county) {
        JsonNode items = session.get("/needs?status=PUBLISHED&limit=1&division=" + county)
                .expect(200)
                .body()
                .path("items");
        Narrator.require(!items.isEmpty(), "a published need of " + county);
        return items.get(0);
    }

    private List<JsonNode> awaitMatches(Session session, String need) {
        return narrator.await("匹配 matches of " + need, LIMIT, () -> {
            JsonNode items = session.get("/matches?limit=50&need=" + need)
                    .expect(200)
                    .body()
                    .path("items");
            return items.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            StreamSupport.stream(items.spliterator(), false).toList());
        });
    }

    /** Each match takes two rows, a reason in each; the county and its need stand once. */
    private static void addRows(Table table, List<JsonNode> ranked) {
        JsonNode need = ranked.getFirst().path("need");
        Iterator<String> place = List.of(
                        need.path("divisionName").asText() + " "
                                + need.path("divisionCode").asText(),
                        need.path("title").asText())
                .iterator();
        for (JsonNode match : ranked.subList(0, Math.min(RANKS_SHOWN, ranked.size()))) {
            List<String> reasons = reasons(match);
            table.row(
                    next(place),
                    match.path("rank").asText(),
                    match.path("organization").path("name").asText(),
                    match.path("score").asText(),
                    reasons.getFirst());
            reasons.stream().skip(1).forEach(reason -> table.row(next(place), "", "", "", reason));
        }
    }

    private static String next(Iterator<String> words) {
        return words.hasNext() ? words.next() : "";
    }

    /** The factors that add most, with what they add. */
    private static List<String> reasons(JsonNode match) {
        return StreamSupport.stream(match.path("factors").spliterator(), false)
                .sorted(Comparator.comparing(Rankings::contribution).reversed())
                .limit(REASONS_SHOWN)
                .map(factor -> "+%s %s"
                        .formatted(
                                contribution(factor).setScale(3, RoundingMode.HALF_UP),
                                factor.path("sentence").path("zh").asText()))
                .toList();
    }

    private static BigDecimal contribution(JsonNode factor) {
        return new BigDecimal(factor.path("contribution").asText("0"));
    }
}
