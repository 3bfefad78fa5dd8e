package org.duijie.organization.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
import org.duijie.chassis.testing.Tokens;
import org.duijie.chassis.time.BusinessDay;
import org.duijie.organization.organization.OrganizationMother;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who did what for whom, change by change, and who may know of it. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class HistoryTest {

    private static final Onlooker OPERATOR = Onlooker.of("READER");

    private final DataSource database;
    private final String code = OrganizationMother.aCreditCode("130700");
    private String organization;

    @Inject
    HistoryTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void registerAndVerify() {
        organization = post(
                Tokens.organization(code),
                "/organizations",
                Map.of(
                        "creditCode",
                        code,
                        "name",
                        "样例张家口云杉教育基金会0001号",
                        "relatedParties",
                        List.of("53110000500309522J")));
        post(Tokens.superiorOffice("130700"), "/organizations/" + organization + "/verification", Map.of());
    }

    @Test
    void keepsWhoMadeEachChange() {
        String platform = Tokens.partnerPlatform(List.of(), List.of(code));
        String offer = post(platform, "/offers", offer());
        calls(Tokens.organization(code))
                .contentType("application/merge-patch+json")
                .body("{\"summary\":\"捐赠图书。\"}".getBytes(UTF_8))
                .patch("/offers/" + offer)
                .then()
                .statusCode(200);
        post(Tokens.leadingGroup(), "/offers/" + offer + "/withdrawal", Map.of("reason", "物资已另作安排"));

        assertThat(acts(OPERATOR, organization))
                .containsExactly(
                        "1 REGISTERED organization-" + code + " self", "2 VERIFIED superior-office-130700 self");
        List<String> acts = acts(OPERATOR, offer);
        assertThat(acts).hasSize(3);
        assertThat(acts.get(0)).startsWith("1 OPENED platform-").endsWith(" delegated");
        assertThat(acts.subList(1, 3))
                .containsExactly("2 AMENDED organization-" + code + " self", "3 WITHDRAWN leading-group self");
    }

    @Test
    void tellsTheSupervisorWhoDidWhatFromWhichStateToWhichForWhom() {
        String offer = post(Tokens.partnerPlatform(List.of(), List.of(code)), "/offers", offer());
        post(Tokens.organization(code), "/offers/" + offer + "/withdrawal", Map.of("reason", "物资已另作安排"));

        recorded(offer)
                .body("items.action", contains("offer.withdrawn", "offer.opened"))
                .body("items.to", contains("WITHDRAWN", "OPEN"))
                .body("items[0].from", equalTo("OPEN"))
                .body("items[0].actor", equalTo("organization-" + code))
                .body("items[0].onBehalfOf", nullValue())
                .body("items[1].from", nullValue())
                .body("items[1].onBehalfOf", equalTo(code))
                .body("items[1].delegation.length()", equalTo(36));
        recorded(organization)
                .body("items.action", contains("organization.verified", "organization.registered"))
                .body("items[0].from", equalTo("REGISTERED"))
                .body("items[0].to", equalTo("VERIFIED"))
                .body("items[0].actor", equalTo("superior-office-130700"));
    }

    private static ValidatableResponse recorded(String subject) {
        return calls(Tokens.supervisor())
                .queryParam("subject", subject)
                .get("/audit-records")
                .then()
                .statusCode(200);
    }

    @Test
    void keepsNothingOfWhatChangedNothing() {
        String offer = post(Tokens.organization(code), "/offers", offer());
        calls(Tokens.organization(code))
                .contentType("application/merge-patch+json")
                .body("{}".getBytes(UTF_8))
                .patch("/offers/" + offer)
                .then()
                .statusCode(200);
        assertThat(acts(OPERATOR, offer)).hasSize(1);
        recorded(offer).body("items", hasSize(1));
    }

    @Test
    void showsAuthorsAndRelatedPartiesToThoseConcernedOnly() {
        Map<Onlooker, Boolean> onlookers = Map.of(
                Onlooker.of("PUBLIC"),
                false,
                Onlooker.of("TENANT").with("organizations", "53110000500302806B"),
                false,
                Onlooker.of("TENANT").with("offices", "130800"),
                false,
                Onlooker.of("TENANT").with("divisions", "130700"),
                false,
                Onlooker.of("TENANT").with("organizations", code),
                true,
                Onlooker.of("TENANT").with("offices", "130700"),
                true,
                Onlooker.of("TENANT").with("offices", "130000"),
                true,
                Onlooker.of("READER"),
                true,
                Onlooker.of("ALL"),
                true,
                Onlooker.of("SYSTEM"),
                true);
        onlookers.forEach((onlooker, sees) -> {
            assertThat(onlooker.reads(
                            database, "select actor from change_author where subject = '" + organization + "'"))
                    .as("authors for %s", onlooker)
                    .hasSize(sees ? 2 : 0);
            assertThat(onlooker.reads(
                            database,
                            "select credit_code from related_party where organization_id = '" + organization + "'"))
                    .as("related parties for %s", onlooker)
                    .hasSize(sees ? 1 : 0);
        });
    }

    @Test
    void letsNobodySayThatAnotherDidIt() {
        String forged = "insert into change_author (aggregate, subject, version, actor, credit_code)"
                + " select aggregate, subject, version, 'somebody-else', '" + code + "' from change where subject = '"
                + UUID.fromString(organization) + "' limit 1";
        assertThatThrownBy(() -> Onlooker.of("TENANT")
                        .with("organizations", code)
                        .with("caller", "organization-" + code)
                        .changes(database, forged))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void letsNobodyRewriteAHistory() {
        for (String table : List.of("change", "change_author")) {
            for (String rewriting : List.of("update " + table + " set version = 7", "delete from " + table)) {
                assertThatThrownBy(() -> Onlooker.of("ALL").changes(database, rewriting))
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    void letsNobodyShedAnothersRelatedParties() {
        String shedding = "delete from related_party where organization_id = '" + organization + "'";
        assertThat(Onlooker.of("TENANT")
                        .with("organizations", "53110000500302806B")
                        .changes(database, shedding))
                .isZero();
        assertThat(Onlooker.of("READER").changes(database, shedding)).isZero();
        assertThat(Onlooker.of("TENANT").with("organizations", code).changes(database, shedding))
                .isOne();
    }

    private List<String> acts(Onlooker onlooker, String subject) {
        return onlooker.reads(database, """
                select change.version || ' ' || kind || ' ' || actor || ' '
                       || case when delegation_id is null then 'self' else 'delegated' end
                from change join change_author using (aggregate, subject, version)
                where subject = '%s' order by change.version""".formatted(UUID.fromString(subject)));
    }

    private Map<String, Object> offer() {
        LocalDate today = LocalDate.now(BusinessDay.ZONE);
        Map<String, String> value = Map.of("amount", "40000.00", "currency", "CNY");
        return Map.of(
                "organizationId",
                organization,
                "title",
                "山区小学图书",
                "summary",
                "捐赠课外读物。",
                "items",
                List.of(Map.of(
                        "kind",
                        "GOODS",
                        "resourceCode",
                        "GOODS.BOOKS",
                        "description",
                        "小学课外读物",
                        "quantity",
                        "2000",
                        "unit",
                        "册",
                        "value",
                        value)),
                "smallestCommitment",
                value,
                "largestCommitment",
                value,
                "validFrom",
                today.toString(),
                "validUntil",
                today.plusDays(9).toString());
    }

    private static RequestSpecification calls(String token) {
        return RestAssured.given()
                .contentType("application/json")
                .auth()
                .oauth2(token)
                .header("Idempotency-Key", "\"" + UUID.randomUUID() + "\"")
                .header("If-Match", "*");
    }

    private static String post(String token, String path, Map<String, Object> body) {
        return calls(token)
                .body(body)
                .post(path)
                .then()
                .statusCode(lessThan(300))
                .extract()
                .path("id");
    }
}
