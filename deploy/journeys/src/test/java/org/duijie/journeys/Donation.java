package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duijie.sample.Json;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.demo.DemoNeeds;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Listing;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.UnavailableException;
import org.duijie.sample.load.NeedImport;

/**
 * An organization's offer of computers, the needs of a county for them, and what the two sides do until they agree. An
 * acceptance whose outcome is unknown is looked up, and given again where it did not happen.
 */
final class Donation {

    /** What each need asks for and each proposal takes. */
    static final int COMPUTERS = 40;

    private static final String COUNTY = "zhangbei";
    private static final String OFFICE = "zhangjiakou";
    private static final String ORGANIZATION = "organization-a";
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Patience patience = new Patience(LIMIT);
    private final LocalDate today = RunningSuite.today();
    private final Gateway gateway;
    private final String offer;

    private Donation(Gateway gateway, String offer) {
        this.gateway = gateway;
        this.offer = offer;
    }

    /** @param agreements for how many of the needs there is room */
    static Donation withRoomFor(int agreements, Gateway gateway) {
        String organization = gateway.asThePublic()
                .get("/organizations?creditCode=" + Organizations.at(0).creditCode())
                .expect(200)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        int computers = agreements * COMPUTERS;
        LocalDate today = RunningSuite.today();
        Map<String, Object> body = Map.ofEntries(
                Map.entry("organizationId", organization),
                Map.entry("title", "教学电脑捐赠（演练）"),
                Map.entry("summary", "向乡村小学捐赠教学电脑。"),
                Map.entry(
                        "items",
                        List.of(Map.of(
                                "kind", "GOODS",
                                "resourceCode", "GOODS.COMPUTERS",
                                "description", "教学电脑",
                                "quantity", Integer.toString(computers),
                                "unit", "台",
                                "value", yuan(computers)))),
                Map.entry("smallestCommitment", yuan(1)),
                Map.entry("largestCommitment", yuan(computers)),
                Map.entry("fields", List.of("EDUCATION")),
                Map.entry("divisions", List.of("130722")),
                Map.entry("modes", List.of("CAPACITY_BUILDING")),
                Map.entry("participationRoles", List.of("PROJECTS")),
                Map.entry("validFrom", today),
                Map.entry("validUntil", today.plusDays(120)));
        return new Donation(
                gateway,
                gateway.as(ORGANIZATION).post("/offers", body).expect(201).text("id"));
    }

    static Map<String, String> yuan(int computers) {
        return Map.of("amount", computers * 3800 + ".00", "currency", "CNY");
    }

    /** A need of the county, published by the office above. */
    String publishedNeed() {
        String need = gateway.as(COUNTY)
                .post("/needs", DemoNeeds.digitalClassroom("130722", "张北县", today))
                .expect(201)
                .text("id");
        gateway.as(COUNTY).see("/needs/" + need).post("submission").expect(200);
        gateway.as(OFFICE)
                .see("/needs/" + need)
                .post("review", Map.of("decision", "PUBLISH"))
                .expect(200);
        return need;
    }

    /** As many needs of the county, handed in by a file and published at once: for so long the office trusts the bureau. */
    List<String> publishedNeeds(int count, Path directory) {
        String title =
                "张北县乡村小学电脑教室（演练 %s）".formatted(UUID.randomUUID().toString().substring(0, 8));
        Map<String, Object> need = new HashMap<>(DemoNeeds.digitalClassroom("130722", "张北县", today));
        need.put("title", title);
        Path file = directory.resolve("needs.ndjson");
        try {
            Files.writeString(
                    file,
                    IntStream.range(0, count)
                            .mapToObj(i -> Json.MAPPER
                                    .valueToTree(Map.of("reference", UUID.randomUUID(), "need", need))
                                    .toString())
                            .collect(Collectors.joining("\n")));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        trust("TRUSTED");
        try {
            assertThat(NeedImport.of(gateway.as(COUNTY), file).count("created")).isEqualTo(count);
        } finally {
            trust("REVIEWED");
        }
        List<String> needs = new ArrayList<>();
        Listing.read(gateway.as(COUNTY), patience, "/needs?division=130722&status=PUBLISHED", found -> {
            if (found.path("title").asText().equals(title)) {
                needs.add(found.path("id").asText());
            }
        });
        assertThat(needs).hasSize(count);
        return needs;
    }

    private void trust(String trust) {
        gateway.as(OFFICE)
                .see("/publishers/130722")
                .replace(Map.of("trust", trust, "dailyQuota", 20_000, "reason", "演练"))
                .expect(200);
    }

    /** The county's proposal to have what the need asks for; made when matching knows the need. */
    String proposal(String need) {
        Map<String, Object> body =
                Map.of("needId", need, "offerId", offer, "side", "COUNTY", "terms", terms(COMPUTERS));
        return await().atMost(LIMIT)
                .ignoreException(UnavailableException.class)
                .until(() -> gateway.as(COUNTY).post("/proposals", body), made -> !made.problem()
                        .startsWith("match-"))
                .expect(201)
                .text("id");
    }

    Map<String, Object> terms(int computers) {
        LocalDate start = today.plusMonths(3);
        return Map.of(
                "items",
                List.of(Map.of("item", 0, "quantity", Integer.toString(computers), "value", yuan(computers))),
                "periodStart",
                start,
                "periodEnd",
                start.plusMonths(6),
                "milestones",
                List.of(Map.of("title", "电脑到校", "dueOn", start.plusMonths(2))));
    }

    Answer counter(String proposal, int computers) {
        return gateway.as(ORGANIZATION)
                .see("/proposals/" + proposal)
                .post("counter-proposals", Map.of("terms", terms(computers)))
                .expect(200);
    }

    /**
     * Accepts until there is an answer, whatever is being killed.
     *
     * @return the proposal as it stands then, or the refusal
     */
    Answer accept(String account, String proposal) {
        return patience.until(() -> {
            Answer found = gateway.as(account).get("/proposals/" + proposal).expect(200);
            return found.text("status").equals("PROPOSED")
                    ? gateway.as(account).see("/proposals/" + proposal).post("acceptance")
                    : found;
        });
    }

    Answer get(String proposal) {
        return gateway.as(COUNTY).get("/proposals/" + proposal).expect(200);
    }

    /** The offer as its organization sees it. */
    Answer offered() {
        return gateway.as(ORGANIZATION).get("/offers/" + offer).expect(200);
    }

    List<JsonNode> proposals(String status) {
        return all("/proposals?offer=" + offer + "&status=" + status);
    }

    List<JsonNode> reservations(String status) {
        return all("/reservations?offer=" + offer + "&status=" + status);
    }

    /** Those that came of the offer. */
    List<JsonNode> projects() {
        return all("/projects?organization=" + Organizations.at(0).creditCode()).stream()
                .filter(project -> project.path("offerId").asText().equals(offer))
                .toList();
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> found = new ArrayList<>();
        Listing.read(gateway.as("supervisor"), patience, path, found::add);
        return found;
    }
}
