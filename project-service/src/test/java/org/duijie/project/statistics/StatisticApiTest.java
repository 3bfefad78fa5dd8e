package org.duijie.project.statistics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.agreement.ProposalMother.aProposal;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedSteps;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** Statistics over HTTP: what they count, and that they add up. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class StatisticApiTest {

    private final DataSource database;

    @Inject
    StatisticApiTest(DataSource database) {
        this.database = database;
    }

    private static JsonPath read(String query) {
        return given().get("/statistics?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static long yuan(JsonPath read, int stage) {
        return new BigDecimal(read.getString("totals[" + stage + "].amount.amount"))
                .movePointRight(2)
                .longValueExact();
    }

    private static int count(JsonPath read, int stage) {
        return read.getInt("totals[" + stage + "].count");
    }

    @Test
    void countsEachThingAtTheStageWhereItStands() {
        String need = NeedSteps.aPublishedNeed();
        String all = "stage=NEEDED&stage=INTENDED&stage=AGREED&stage=RECEIVED&stage=COMPLETED";
        JsonPath before = read(all);
        var proposal = aProposal(need)
                .with("milestones", "[]")
                .with("status", "\"PROPOSED\"")
                .with("version", "1");
        proposal.tell();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> count(read(all), 1) == count(before, 1) + 1);
        JsonPath intended = read(all);
        assertThat(yuan(intended, 1)).isEqualTo(yuan(before, 1) + 600_000);

        proposal.with("status", "\"ACCEPTED\"").with("version", "2");
        String project = ProjectSteps.agreed(proposal);
        JsonPath agreed = read(all);
        assertThat(count(agreed, 1)).isEqualTo(count(before, 1));
        assertThat(count(agreed, 2)).isEqualTo(count(before, 2) + 1);
        assertThat(yuan(agreed, 2)).isEqualTo(yuan(before, 2) + 600_000);
        assertThat(count(agreed, 3)).isEqualTo(count(before, 3));

        String paper = ProjectSteps.evidence(project);
        ProjectSteps.reportBoth(project, "RECEIPT", "600.00", paper);
        JsonPath received = read(all);
        assertThat(count(received, 3)).isEqualTo(count(before, 3) + 1);
        assertThat(yuan(received, 3)).isEqualTo(yuan(before, 3) + 60_000);

        ProjectSteps.post(Caller.PREFECTURE, project, "termination", ProjectSteps.REASON)
                .statusCode(200);
        JsonPath terminated = read(all);
        assertThat(count(terminated, 2)).isEqualTo(count(before, 2));
        assertThat(yuan(terminated, 3)).isEqualTo(yuan(before, 3) + 60_000);
    }

    @Test
    void answersTheSameForEverAtTheSamePosition() {
        ProjectSteps.anAgreedProject();
        JsonPath then = read("by=CATEGORY&by=COUNTY");
        Instant instant = Instant.now();
        ProjectSteps.anAgreedProject();

        JsonPath again = read("by=CATEGORY&by=COUNTY&position=" + then.getInt("position"));
        assertThat(again.getList("rows")).isEqualTo(then.getList("rows"));
        assertThat(again.getList("totals")).isEqualTo(then.getList("totals"));
        // How far that is, other tests decide too: some of them put the clock forward.
        JsonPath asOf = read("by=CATEGORY&by=COUNTY&asOf=" + instant);
        assertThat(asOf.getInt("position")).isLessThan(read("stage=AGREED").getInt("position"));
        JsonPath there = read("by=CATEGORY&by=COUNTY&position=" + asOf.getInt("position"));
        assertThat(asOf.getList("rows")).isEqualTo(there.getList("rows"));
    }

    /** Invariant 5, and the figures against the tables that they are about. */
    @Test
    void addsUpToWhatIsInTheDatabase() {
        ProjectSteps.anAgreedProject();
        JsonPath read = read("stage=AGREED&stage=NEEDED&by=LEVEL&by=MODE");
        for (String cut : List.of("CATEGORY", "LEVEL", "ORIGIN", "MODE", "FIELD", "COUNTY", "CITY", "YEAR")) {
            JsonPath by = read("stage=AGREED&stage=NEEDED&by=" + cut + "&position=" + read.getInt("position"));
            assertThat(by.getList("totals")).isEqualTo(read.getList("totals"));
            assertThat(by.getList("rows.figures.flatten().findAll { it.stage == 'AGREED' }.count").stream()
                            .mapToInt(each -> (Integer) each)
                            .sum())
                    .isEqualTo(count(read, 0));
        }
        Onlooker system = Onlooker.of("SYSTEM");
        JsonPath now = read("stage=AGREED&stage=NEEDED");
        assertThat(system.reads(
                        database, "select count(*) || ' ' || sum(value_fen) from project where status <> 'TERMINATED'"))
                .containsExactly(count(now, 0) + " " + yuan(now, 0));
        assertThat(
                        system.reads(
                                database,
                                "select count(*) || ' ' || sum(value_fen) from need where status in ('PUBLISHED', 'FULFILLED')"))
                .containsExactly(count(now, 1) + " " + yuan(now, 1));
    }

    @Test
    void showsTheShareOfCapacityBuilding() {
        ProjectSteps.anAgreedProject();

        given().get("/statistics/modes")
                .then()
                .statusCode(200)
                .body("stage", equalTo("AGREED"))
                .body("items", hasSize(12))
                .body("items[11].capacityShare", equalTo("1.0000"));
    }

    @Test
    void refusesWhatItCannotAnswer() {
        given().get("/statistics?by=CATEGORY&by=LEVEL&by=MODE").then().spec(problem(400, "request-invalid"));
        given().get("/statistics?by=COLOUR").then().spec(problem(400, "request-invalid"));
        given().get("/statistics?asOf=yesterday").then().spec(problem(400, "request-invalid"));
        given().get("/statistics?position=999999999").then().spec(problem(404, "statistic-position-unknown"));
        given().get("/statistics/modes?from=2027-01-01&until=2026-01-01").then().spec(problem(400, "request-invalid"));
    }

    @Test
    void namesTheStagesItCounts() {
        given().get("/statistics").then().body("stages", contains("AGREED"));
    }
}
