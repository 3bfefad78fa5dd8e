package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleNeed;
import org.duijie.sample.data.SampleOrganization;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.load.Mark;
import org.duijie.sample.text.Table;

/**
 * The circular's table, from what is recorded: each of its needs is taken up by the organization that the sample names,
 * and statistics say what that comes to. The circular counted agreements and intentions together; here it can be seen
 * which are which. Until proposals are made over the gateway, their topic is written here.
 */
public final class CircularWalk {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Of every three proposals one is not yet an agreement. */
    private static final int INTENDED_ONE_IN = 3;

    private static final BigDecimal HUNDRED_MILLION = new BigDecimal("100000000");
    private static final Map<String, String> CUTS =
            Map.of("CATEGORY", "按项目类别 by category", "LEVEL", "按登记层级 by level", "ORIGIN", "按来源 by origin");
    private static final Map<String, String> PARTS = Map.of(
            "DIRECT_AID", "直接提供资金物资",
            "DEVELOPMENT", "产业、教育、健康、就业",
            "PUBLIC_WELFARE", "公益类帮扶",
            "NATIONAL", "全国性",
            "PROVINCIAL", "省级",
            "MUNICIPAL", "市级",
            "100000", "全国性",
            "110000", "北京",
            "120000", "天津",
            "130000", "河北");

    private final Gateway gateway;
    private final SampleData data;
    private final ProposalTopic topic;
    private final Narrator narrator;

    public CircularWalk(Gateway gateway, SampleData data, ProposalTopic topic, PrintWriter out) {
        this.gateway = gateway;
        this.data = data;
        this.topic = topic;
        this.narrator = new Narrator(out);
    }

    /** Prints the table, or throws where something is not as it should be. */
    public void walk() {
        narrator.step("通报所列需求由样例所指的组织承接", "the circular's needs are taken up");
        int proposed = propose();
        narrator.seen("%d 项意向已告知 proposals told".formatted(proposed));
        JsonNode totals = narrator.await("统计 statistics of " + proposed, LIMIT, () -> {
            JsonNode read = statistics("");
            return count(read.path("totals")) == proposed ? Optional.of(read) : Optional.empty();
        });
        narrator.step(
                "通报 circular",
                "as of ledger position " + totals.path("position").asText());
        Table table = new Table("项目 projects", ">个数 count", ">意向 intended", ">签约 agreed", ">亿元 100 million yuan");
        addRow(table, "合计 total", totals.path("totals"));
        for (String cut : List.of("CATEGORY", "LEVEL", "ORIGIN")) {
            table.row(Objects.requireNonNull(CUTS.get(cut)), "", "", "", "");
            JsonNode read = statistics(
                    "&by=" + cut + "&position=" + totals.path("position").asText());
            Narrator.require(read.path("totals").equals(totals.path("totals")), "the same totals " + CUTS.get(cut));
            read.path("rows").forEach(row -> {
                String part = row.path("parts").path(0).asText();
                addRow(table, "  " + PARTS.getOrDefault(part, part), row.path("figures"));
            });
        }
        narrator.table(table);
        narrator.seen("每种分法的合计都相同 every cut adds up to the same");
    }

    private int propose() {
        Map<String, JsonNode> needs = publishedNeeds();
        Map<String, SampleOrganization> organizations =
                data.organizations().collect(Collectors.toMap(SampleOrganization::creditCode, one -> one));
        List<SampleNeed> taken =
                data.needs().filter(need -> need.takenUpBy() != null).toList();
        int number = 0;
        for (SampleNeed need : taken) {
            JsonNode published = needs.get(need.reference());
            Narrator.require(published != null, "the need " + need.reference() + " of the sample");
            String status = number % INTENDED_ONE_IN == 0 ? "PROPOSED" : "RESERVED";
            SampleOrganization by = Objects.requireNonNull(organizations.get(Objects.requireNonNull(need.takenUpBy())));
            topic.tell(Objects.requireNonNull(published), by, status);
            number++;
        }
        topic.flush();
        return number;
    }

    private Map<String, JsonNode> publishedNeeds() {
        Map<String, JsonNode> needs = new LinkedHashMap<>();
        Listing.read(gateway.asThePublic(), new Patience(LIMIT), "/needs", need -> Mark.in(need)
                .ifPresent(mark -> needs.put(mark, need)));
        return needs;
    }

    private JsonNode statistics(String more) {
        return gateway.asThePublic()
                .get("/statistics?stage=INTENDED&stage=AGREED" + more)
                .expect(200)
                .body();
    }

    private static void addRow(Table table, String what, JsonNode figures) {
        List<Object> cells = new ArrayList<>(List.of(what, count(figures)));
        figures.forEach(figure -> cells.add(figure.path("count").asInt()));
        cells.add(exact(amount(figures).divide(HUNDRED_MILLION)));
        table.row(cells.toArray());
    }

    /** Two decimals, or as many as it takes: nothing is rounded. */
    private static String exact(BigDecimal amount) {
        BigDecimal plain = amount.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    private static int count(JsonNode figures) {
        return StreamSupport.stream(figures.spliterator(), false)
                .mapToInt(figure -> figure.path("count").asInt())
                .sum();
    }

    private static BigDecimal amount(JsonNode figures) {
        return StreamSupport.stream(figures.spliterator(), false)
                .map(figure ->
                        new BigDecimal(figure.path("amount").path("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
