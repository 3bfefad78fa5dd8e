package org.duijie.project.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.project.ProjectSteps.aRunningProject;
import static org.duijie.project.project.ProjectSteps.anAgreedProject;
import static org.duijie.project.project.ProjectSteps.entry;
import static org.duijie.project.project.ProjectSteps.evidence;
import static org.duijie.project.project.ProjectSteps.post;
import static org.duijie.project.project.ProjectSteps.report;
import static org.duijie.project.project.ProjectSteps.reportBoth;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
import org.duijie.project.need.Caller;
import org.duijie.project.project.ProjectSteps;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The ledger over HTTP, and what the database itself does not let pass. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class LedgerApiTest {

    private final DataSource database;

    @Inject
    LedgerApiTest(DataSource database) {
        this.database = database;
    }

    private static ValidatableResponse ledger(Caller caller, String project) {
        return caller.calls().get("/projects/{id}/ledger", project).then();
    }

    @Test
    void opensWithWhatBothSidesPromised() {
        String project = anAgreedProject();

        ledger(Caller.ORGANIZATION, project)
                .statusCode(200)
                .body("figures.kind", everyItem(equalTo("PLEDGE")))
                .body("figures.standing", everyItem(equalTo("VERIFIED")))
                .body("figures.county.value.amount", contains("5000.00", "1000.00"))
                .body("figures[0].county.quantity", equalTo("200"))
                .body("schedule.dueOn", contains("2027-10-31", "2027-10-31", "2028-03-31"))
                .body("schedule.covered", everyItem(equalTo(false)))
                .body("chain.entries", equalTo(6))
                .body("chain.intact", equalTo(true));
    }

    @Test
    void goesFromPledgeToReceiptToDisbursementWithBothSidesSayingSo() {
        String project = aRunningProject();
        String paper = evidence(project);
        reportBoth(project, "RECEIPT", "600.00", paper);
        reportBoth(project, "DISBURSEMENT", "500.00", paper);
        reportBoth(project, "RETURN", "20.00", paper);

        ledger(Caller.SUPERVISOR, project)
                .body("figures.standing", everyItem(equalTo("VERIFIED")))
                .body("schedule.covered", hasItem(true))
                .body("balanced", equalTo(true))
                .body("chain.entries", equalTo(12))
                .body("chain.intact", equalTo(true));
        ProjectSteps.get(Caller.BUREAU, project)
                .body("money.received.amount", equalTo("600.00"))
                .body("money.disbursed.amount", equalTo("500.00"))
                .body("money.returned.amount", equalTo("20.00"))
                .body("money.standing", equalTo("VERIFIED"));
        Caller.BUREAU
                .calls()
                .queryParam("limit", 5)
                .get("/projects/{id}/entries", project)
                .then()
                .body("items", hasSize(5))
                .body("items.number", contains(1, 2, 3, 4, 5));
    }

    @Test
    void saysThatTheSidesDifferUntilOneCorrectsItself() {
        String project = aRunningProject();
        String paper = evidence(project);
        UUID transfer = UUID.randomUUID();
        report(project, "DONOR", "RECEIPT", transfer, "600.00", paper).statusCode(201);
        ProjectSteps.get(Caller.BUREAU, project).body("money.standing", equalTo("UNCONFIRMED"));
        int wrong = report(project, "COUNTY", "RECEIPT", transfer, "590.00", paper)
                .statusCode(201)
                .extract()
                .path("number");
        ProjectSteps.get(Caller.BUREAU, project).body("money.standing", equalTo("DISPUTED"));
        ledger(Caller.PREFECTURE, project).body("figures.standing", hasItem("DISPUTED"));

        String correction = """
                {"reason":"漏记手续费","instead":{"value":{"amount":"600.00","currency":"CNY"},
                 "occurredOn":"%s","evidence":["%s"]}}
                """.formatted(org.duijie.project.need.NeedBody.today(), paper);
        Caller.BUREAU
                .calls()
                .body(correction)
                .post("/projects/{id}/entries/{n}/corrections", project, wrong)
                .then()
                .statusCode(201)
                .body("corrects", equalTo(wrong))
                .body("reason", equalTo("漏记手续费"));
        Caller.BUREAU
                .calls()
                .get("/projects/{id}/entries/{n}", project, wrong + 1)
                .then()
                .body("reversal", equalTo(true))
                .body("corrects", equalTo(wrong));
        ProjectSteps.get(Caller.BUREAU, project)
                .body("money.standing", equalTo("VERIFIED"))
                .body("money.received.amount", equalTo("600.00"));
        Caller.BUREAU
                .calls()
                .body("{\"reason\":\"再改\"}")
                .post("/projects/{id}/entries/{n}/corrections", project, wrong)
                .then()
                .spec(problem(409, "ledger-entry-replaced"));
        ledger(Caller.BUREAU, project).body("balanced", equalTo(true)).body("chain.intact", equalTo(true));
    }

    @Test
    void letsNobodyWriteIntoTheOthersBook() {
        String project = aRunningProject();
        String body = entry("COUNTY", "PLEDGE", UUID.randomUUID(), "1.00", "");

        Caller.ORGANIZATION
                .calls()
                .body(body)
                .post("/projects/{id}/entries", project)
                .then()
                .spec(problem(403, "access-forbidden"));
        Caller.OTHER_BUREAU
                .calls()
                .body(body)
                .post("/projects/{id}/entries", project)
                .then()
                .spec(problem(404, "project-not-found"));
    }

    @Test
    void wantsEvidenceThatWasHandedIn() {
        String project = aRunningProject();

        report(project, "COUNTY", "RECEIPT", UUID.randomUUID(), "1.00", "")
                .spec(problem(422, "ledger-evidence-missing"));
        report(project, "COUNTY", "RECEIPT", UUID.randomUUID(), "1.00", "0".repeat(64))
                .spec(problem(422, "ledger-evidence-missing"));
    }

    @Test
    void closesOnlyWhatIsSettledAndDisclosed() {
        String project = ProjectSteps.agreed(org.duijie.project.agreement.ProposalMother.aProposal(
                        org.duijie.project.need.NeedSteps.aPublishedNeed())
                .with("milestones", "[]"));
        String paper = evidence(project);
        post(Caller.BUREAU, project, "start", "").statusCode(200);
        UUID transfer = UUID.randomUUID();
        report(project, "DONOR", "RECEIPT", transfer, "600.00", paper).statusCode(201);
        post(Caller.PREFECTURE, project, "closing", ProjectSteps.CLOSING).spec(problem(409, "project-not-completed"));
        post(Caller.BUREAU, project, "completion", "").statusCode(200).body("status", equalTo("COMPLETED"));
        post(Caller.PREFECTURE, project, "closing", ProjectSteps.CLOSING).spec(problem(409, "project-not-reconciled"));
        report(project, "COUNTY", "RECEIPT", transfer, "600.00", paper).statusCode(201);
        report(project, "COUNTY", "DISBURSEMENT", UUID.randomUUID(), "1.00", paper)
                .spec(problem(409, "ledger-purpose-missing"));
        post(Caller.PREFECTURE, project, "closing", ProjectSteps.CLOSING).spec(problem(409, "project-not-reconciled"));
        post(Caller.BUREAU, project, "leftover", "{\"purpose\":\"用于同一县另外两所小学\"}")
                .statusCode(200);
        post(Caller.PREFECTURE, project, "closing", ProjectSteps.CLOSING)
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        report(project, "COUNTY", "RETURN", UUID.randomUUID(), "1.00", paper).spec(problem(409, "ledger-not-open"));
    }

    @Test
    void isBalancedByTheDatabaseItself() {
        String project = anAgreedProject();
        Onlooker anybody = Onlooker.of("SYSTEM");

        assertThatThrownBy(() -> anybody.changes(database, insert(project, "RECEIPT", "HELD", "RECEIVABLE", 100_001)))
                .hasStackTraceContaining("received_within_pledged");
        assertThatThrownBy(() -> anybody.changes(database, insert(project, "DISBURSEMENT", "DISBURSED", "HELD", 1)))
                .hasStackTraceContaining("spent_within_received");
        assertThatThrownBy(() -> anybody.changes(database, insert(project, "RECEIPT", "HELD", "PLEDGED", 1)))
                .hasStackTraceContaining("violates check constraint");
        assertThat(anybody.changes(database, insert(project, "RECEIPT", "HELD", "RECEIVABLE", 100_000)))
                .isOne();
    }

    private static String insert(String project, String kind, String debit, String credit, long fen) {
        return """
                insert into ledger_entry (project_id, book, kind, reversal, debit, credit, item, source, transfer,
                    revision, fen, quantity, occurred_on, evidence, at, reported_by)
                values ('%s', 'COUNTY', '%s', false, '%s', '%s', 1, '53110000500309522J', gen_random_uuid(), 0, %d, 0,
                    (now() at time zone 'Asia/Shanghai')::date, '[]', now(), 'test')
                """.formatted(project, kind, debit, credit, fen);
    }

    @Test
    void isOnlyAddedTo() {
        anAgreedProject();

        for (String rewriting : new String[] {
            "update ledger_entry set fen = 1", "delete from ledger_entry", "update ledger_balance set pledged_fen = 1"
        }) {
            assertThatThrownBy(() -> Onlooker.of("SYSTEM").changes(database, rewriting))
                    .hasStackTraceContaining("permission denied");
        }
        assertThatThrownBy(() -> asOwner("update ledger_entry set fen = fen + 1"))
                .hasStackTraceContaining("is only added to");
    }

    /** Whoever owns the database can switch every guard off; not the chain. */
    @Test
    void showsWhichEntryIsNotWhatItWas() throws SQLException {
        String project = anAgreedProject();
        asOwner("alter table ledger_entry disable trigger append_only");
        try {
            asOwner("update ledger_entry set fen = fen + 100 where number = 3 and project_id = '" + project + "'");
        } finally {
            asOwner("alter table ledger_entry enable trigger append_only");
        }

        ledger(Caller.SUPERVISOR, project)
                .body("balanced", equalTo(false))
                .body("chain.intact", equalTo(false))
                .body("chain.brokenAt", equalTo(3));
    }

    /** Whoever writes a sum instead of an entry is found out by whoever reads the ledger. */
    @Test
    void showsThatASumIsNotWhatTheEntriesComeTo() throws SQLException {
        String project = anAgreedProject();
        asOwner("update ledger_balance set pledged_fen = pledged_fen + 100 where project_id = '" + project + "'");

        ledger(Caller.SUPERVISOR, project).body("balanced", equalTo(false)).body("chain.intact", equalTo(true));
    }

    /** Nobody's money is counted twice and none is lost, however many report at once. */
    @Test
    void takesNoMoreThanWasPledgedFromManyAtOnce() {
        String project = aRunningProject();
        String paper = evidence(project);

        long taken = IntStream.range(0, 24)
                .parallel()
                .map(number -> report(project, "COUNTY", "RECEIPT", UUID.randomUUID(), "100.00", paper)
                        .extract()
                        .statusCode())
                .filter(status -> status == 201)
                .count();

        assertThat(taken).isEqualTo(10);
        ledger(Caller.SUPERVISOR, project).body("balanced", equalTo(true)).body("chain.intact", equalTo(true));
        ProjectSteps.get(Caller.BUREAU, project)
                .body("money.received.amount", equalTo("1000.00"))
                .body("money.standing", equalTo("UNCONFIRMED"));
    }

    private static void asOwner(String statement) throws SQLException {
        var config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.flyway.username", String.class),
                        config.getValue("quarkus.flyway.password", String.class));
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
