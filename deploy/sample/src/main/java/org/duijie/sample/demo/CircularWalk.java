package org.duijie.sample.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.duijie.sample.data.SampleData;
import org.duijie.sample.data.SampleNeed;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Seen;
import org.duijie.sample.load.Mark;
import org.duijie.sample.text.Table;

/**
 * The circular's table, from what is recorded: each of its needs is taken up by the organization that the sample names,
 * over the gateway like everything else, and statistics say what that comes to. The circular counted agreements and
 * intentions together; here it can be seen which are which. Walked again, it finds what it proposed before.
 */
public final class CircularWalk {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    /** Of every three proposals one is not yet an agreement. */
    private static final int INTENDED_ONE_IN = 3;

    /** Proposes for the organizations, whom it invites where their other wishes are narrower. */
    private static final String OFFICE = "leading-group";

    /** Accepts for the counties, which delegated that to it. */
    private static final String PLATFORM = "partner";

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

    private final Patience patience = new Patience(LIMIT);
    private final Gateway gateway;
    private final SampleData data;
    private final LocalDate today;
    private final Narrator narrator;

    public CircularWalk(Gateway gateway, SampleData data, LocalDate today, PrintWriter out) {
        this.gateway = gateway;
        this.data = data;
        this.today = today;
        this.narrator = new Narrator(out);
    }

    /** Prints the table, or throws where something is not as it should be. */
    public void walk() {
        narrator.step("通报所列需求由样例所指的组织承接", "the circular's needs are taken up");
        int proposed = propose();
        narrator.seen("%d 项意向已提出，其中 %d 项已被接受 proposed, and so many accepted".formatted(proposed, accepted(proposed)));
        JsonNode totals = narrator.await("签约 agreements, statistics of " + proposed, LIMIT, () -> {
            JsonNode read = statistics("");
            boolean agreed = read.at("/totals/1/count").asInt() == accepted(proposed);
            return agreed && count(read.path("totals")) == proposed ? Optional.of(read) : Optional.empty();
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

    /** Of so many proposals so many are accepted. */
    private static int accepted(int proposed) {
        return proposed - (proposed + INTENDED_ONE_IN - 1) / INTENDED_ONE_IN;
    }

    private int propose() {
        Map<String, JsonNode> needs = publishedNeeds();
        Map<String, String> organizations = organizations();
        Map<String, String> proposals = proposals();
        List<SampleNeed> taken =
                data.needs().filter(need -> need.takenUpBy() != null).toList();
        int number = 0;
        for (SampleNeed need : taken) {
            JsonNode published = needs.get(need.reference());
            Narrator.require(published != null, "the need " + need.reference() + " of the sample");
            String organization = organizations.get(need.takenUpBy());
            Narrator.require(organization != null, "the organization " + need.takenUpBy() + " of the sample");
            String proposal = proposals.computeIfAbsent(
                    Objects.requireNonNull(published).path("id").asText(),
                    _ -> propose(published, Objects.requireNonNull(organization)));
            if (number % INTENDED_ONE_IN != 0) {
                accept(proposal);
            }
            number++;
        }
        return number;
    }

    private Map<String, String> organizations() {
        Map<String, String> ids = new HashMap<>();
        Listing.read(
                gateway.as(OFFICE),
                patience,
                "/organizations",
                found -> ids.put(
                        found.path("creditCode").asText(), found.path("id").asText()));
        return ids;
    }

    /** Those of an earlier walk that are neither refused nor over, by need. */
    private Map<String, String> proposals() {
        Map<String, String> ids = new HashMap<>();
        for (String status : List.of("PROPOSED", "ACCEPTED", "AGREED")) {
            Listing.read(
                    gateway.as(OFFICE),
                    patience,
                    "/proposals?status=" + status,
                    found -> ids.put(
                            found.path("needId").asText(), found.path("id").asText()));
        }
        return ids;
    }

    /** The organization offers just what the need asks for, and proposes all of it. */
    private String propose(JsonNode need, String organization) {
        String own = "/offers/references/circular-" + need.path("id").asText();
        String offer = patience.until(() -> gateway.as(OFFICE).put(own, Map.of("offer", offer(need, organization))))
                .expect(200, 201)
                .text("id");
        Map<String, Object> proposal = Map.of(
                "needId",
                need.path("id").asText(),
                "offerId",
                offer,
                "side",
                "ORGANIZATION",
                "invitation",
                true,
                "terms",
                terms(need));
        // Matching hears of the offer a moment after it is open.
        return narrator.await("资源 the offer " + offer, LIMIT, () -> {
            Answer made = patience.until(() -> gateway.as(OFFICE).post("/proposals", proposal));
            return made.problem().equals("match-offer-not-found")
                    ? Optional.empty()
                    : Optional.of(made.expect(201).text("id"));
        });
    }

    private void accept(String proposal) {
        patience.until(() -> {
            Seen seen = gateway.as(PLATFORM).see("/proposals/" + proposal);
            return seen.answer().text("status").equals("PROPOSED")
                    ? seen.post("acceptance").expect(200)
                    : seen.answer();
        });
    }

    private Map<String, Object> offer(JsonNode need, String organization) {
        return Map.ofEntries(
                Map.entry("organizationId", organization),
                Map.entry("title", need.path("title").asText()),
                Map.entry("summary", "通报所列项目"),
                Map.entry("items", need.path("items")),
                Map.entry("smallestCommitment", need.path("value")),
                Map.entry("largestCommitment", need.path("value")),
                Map.entry("fields", List.of(need.path("field"))),
                Map.entry("divisions", List.of(need.path("divisionCode"))),
                Map.entry("modes", List.of(need.path("mode"))),
                Map.entry("participationRoles", List.of("PROJECTS")),
                Map.entry("validFrom", today),
                Map.entry("validUntil", need.path("periodEnd")));
    }

    private static Map<String, Object> terms(JsonNode need) {
        List<Map<String, Object>> items = new ArrayList<>();
        need.path("items")
                .forEach(item -> items.add(
                        Map.of("item", items.size(), "quantity", item.path("quantity"), "value", item.path("value"))));
        return Map.of("items", items, "periodStart", need.path("periodStart"), "periodEnd", need.path("periodEnd"));
    }

    private Map<String, JsonNode> publishedNeeds() {
        Map<String, JsonNode> needs = new LinkedHashMap<>();
        Listing.read(gateway.asThePublic(), patience, "/needs", need -> Mark.in(need)
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
