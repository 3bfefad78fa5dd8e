package org.duijie.bench.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.duijie.bench.likeness.JudgedSet.Entry;
import org.duijie.bench.likeness.JudgedSet.Line;
import org.duijie.sample.data.Organizations;
import org.duijie.sample.data.SampleOrganization;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;
import org.duijie.sample.http.Patience;
import org.duijie.sample.http.Session;
import org.duijie.sample.load.DelegationLoader;

/** The judged needs and offers in a running suite, all of one county and one organization: only what they say differs. */
final class Published {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String LIKENESS = "TEXT_LIKENESS";
    private static final BigDecimal MILLIONTHS = BigDecimal.valueOf(1_000_000);

    private final Session office;
    private final Session partner;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final List<String> needs = new ArrayList<>();
    private final List<String> offers = new ArrayList<>();

    /** Publishes the whole set through the gateway, as its owners would. */
    Published(Gateway gateway, JudgedSet set) {
        this.office = gateway.as("leading-group");
        this.partner = gateway.as("partner");
        new DelegationLoader(office, today).load(new Patience(LIMIT));
        String organization = organization();
        set.offers().forEach(offer -> offers.add(open(organization, offer)));
        set.needs().forEach(need -> needs.add(publish(need)));
    }

    private String organization() {
        SampleOrganization organization = Organizations.at(0);
        Answer registered = office.post(
                        "/organizations", Map.of("creditCode", organization.creditCode(), "name", organization.name()))
                .expect(201);
        office.see("/organizations/" + registered.text("id"))
                .post("verification")
                .expect(200);
        return registered.text("id");
    }

    private String open(String organization, Entry offer) {
        Map<String, Object> body = Map.ofEntries(
                Map.entry("organizationId", organization),
                Map.entry("title", offer.title()),
                Map.entry("summary", offer.summary()),
                Map.entry("items", offer.items().stream().map(Published::item).toList()),
                Map.entry("smallestCommitment", money("1000.00")),
                Map.entry("largestCommitment", money(Long.toString(offer.yuan()) + ".00")),
                Map.entry("fields", List.of(offer.field())),
                Map.entry("excludedDivisions", List.of()),
                Map.entry("divisions", List.of("130000")),
                Map.entry("modes", List.of()),
                Map.entry("participationRoles", List.of("PROJECTS")),
                Map.entry("validFrom", today),
                Map.entry("validUntil", today.plusDays(365)));
        return office.post("/offers", body).expect(201).text("id");
    }

    private String publish(Entry need) {
        Map<String, Object> body = Map.ofEntries(
                Map.entry("divisionCode", JudgedSet.COUNTY),
                Map.entry("title", need.title()),
                Map.entry("summary", need.summary()),
                Map.entry("field", need.field()),
                Map.entry("category", "DEVELOPMENT"),
                Map.entry("mode", "CAPACITY_BUILDING"),
                Map.entry("items", need.items().stream().map(Published::item).toList()),
                Map.entry("splittable", true),
                Map.entry("beneficiaries", Map.of("persons", 300, "households", 100)),
                Map.entry("periodStart", today.plusDays(60)),
                Map.entry("periodEnd", today.plusDays(300)),
                Map.entry("deadline", today.plusDays(80)));
        String id = partner.post("/needs", body).expect(201).text("id");
        partner.see("/needs/" + id).post("submission").expect(200);
        office.see("/needs/" + id).post("review", Map.of("decision", "PUBLISH")).expect(200);
        return id;
    }

    private static Map<String, Object> item(Line line) {
        return Map.of(
                "kind", line.resourceCode().split("\\.", -1)[0],
                "resourceCode", line.resourceCode(),
                "description", line.description(),
                "quantity", line.quantity(),
                "unit", line.unit(),
                "value", money(line.yuan() + ".00"));
    }

    private static Map<String, Object> money(String amount) {
        return Map.of("amount", amount, "currency", "CNY");
    }

    /**
     * What the service makes of a need's pairs, in the order of the offers.
     *
     * @param likeness the factor's values
     * @param scores by the policy in force
     * @param without by the same policy, had no text been read
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Scores(double[] likeness, double[] scores, double[] without) {}

    Scores scores(int need) {
        Scores scores = new Scores(new double[offers.size()], new double[offers.size()], new double[offers.size()]);
        for (int offer = 0; offer < offers.size(); offer++) {
            JsonNode explanation = explanation(need, offer);
            scores.likeness()[offer] = likeness(explanation);
            scores.scores()[offer] = explanation.path("score").asDouble();
            scores.without()[offer] = without(explanation.path("factors"));
        }
        return scores;
    }

    private JsonNode explanation(int need, int offer) {
        String path = "/explanations?need=" + needs.get(need) + "&offer=" + offers.get(offer);
        long giveUpAt = System.nanoTime() + LIMIT.toNanos();
        Answer explanation = office.get(path);
        // Facts and texts are taken in while we ask.
        while (!read(explanation)) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("the texts were not read: " + explanation);
            }
            Patience.sleep(LOOK);
            explanation = office.get(path);
        }
        return explanation.body();
    }

    private static boolean read(Answer explanation) {
        return explanation.status() == 200
                && factor(explanation.body()).path("present").asBoolean();
    }

    private static JsonNode factor(JsonNode explanation) {
        for (JsonNode factor : explanation.path("factors")) {
            if (factor.path("factor").asText().equals(LIKENESS)) {
                return factor;
            }
        }
        throw new IllegalStateException("no factor " + LIKENESS + " in " + explanation);
    }

    private static double likeness(JsonNode explanation) {
        return factor(explanation).path("value").asDouble();
    }

    /** The score as the service adds it up, each contribution rounded down, over the other factors alone. */
    private static double without(JsonNode factors) {
        long whole = 0;
        for (JsonNode factor : factors) {
            whole += counts(factor) ? factor.path("weight").asLong() : 0;
        }
        long sum = 0;
        for (JsonNode factor : factors) {
            if (counts(factor)) {
                BigDecimal value = new BigDecimal(factor.path("value").asText()).multiply(MILLIONTHS);
                sum += value.multiply(BigDecimal.valueOf(factor.path("weight").asLong()))
                        .divide(BigDecimal.valueOf(whole), 0, RoundingMode.DOWN)
                        .longValueExact();
            }
        }
        return sum;
    }

    private static boolean counts(JsonNode factor) {
        return factor.path("present").asBoolean()
                && !factor.path("factor").asText().equals(LIKENESS);
    }
}
