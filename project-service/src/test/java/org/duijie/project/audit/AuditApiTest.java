package org.duijie.project.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.project.project.ProjectSteps.aRunningProject;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedSteps;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** The record over HTTP. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class AuditApiTest {

    private final DataSource database;

    @Inject
    AuditApiTest(DataSource database) {
        this.database = database;
    }

    @Test
    void tellsWhoDidWhatFromWhichStateToWhich() {
        String project = aRunningProject();

        Caller.SUPERVISOR
                .calls()
                .queryParam("subject", project)
                .get("/audit-records")
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo("project.started"))
                .body("items[0].from", equalTo("AGREED"))
                .body("items[0].to", equalTo("RUNNING"))
                .body("items[0].actor", equalTo("county-bureau-130722"));
    }

    @Test
    void tellsForWhomAPlatformActed() {
        String project = ProjectSteps.anAgreedProject();
        ProjectSteps.post(Caller.PLATFORM, project, "start", "").statusCode(200);

        Caller.LEADING_GROUP
                .calls()
                .queryParam("subject", project)
                .get("/audit-records")
                .then()
                .body("items[0].onBehalfOf", equalTo("130722"))
                .body("items[0].delegation.length()", equalTo(36));
    }

    @Test
    void tellsWhatWasRefused() {
        String project = aRunningProject();
        ProjectSteps.post(Caller.ORGANIZATION, project, "termination", ProjectSteps.REASON)
                .statusCode(403);

        Caller.SUPERVISOR
                .calls()
                .queryParam("refused", true)
                .get("/audit-records")
                .then()
                .body("items.action", hasItem("POST /projects/" + project + "/termination"));
    }

    @Test
    void tellsWhatOfficesDidWithNeeds() {
        String need = NeedSteps.aPublishedNeed();
        NeedSteps.post(Caller.BUREAU, need, "withdrawal", NeedSteps.WITHDRAWAL).statusCode(200);

        Caller.SUPERVISOR
                .calls()
                .queryParam("subject", need)
                .get("/audit-records")
                .then()
                .body("items.action", contains("need.withdrawn", "need.published", "need.submitted", "need.drafted"))
                .body("items[0].from", equalTo("PUBLISHED"))
                .body("items[3].from", nullValue())
                .body("items.to", contains("WITHDRAWN", "PUBLISHED", "SUBMITTED", "DRAFT"))
                .body("items[1].actor", equalTo("superior-office-130700"));
    }

    @Test
    void tellsWhoDrewASpotCheck() {
        String check = Caller.SUPERVISOR
                .calls()
                .body(ProjectSteps.DRAW)
                .post("/spot-checks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Caller.SUPERVISOR
                .calls()
                .queryParam("subject", check)
                .get("/audit-records")
                .then()
                .body("items.action", contains("spot-check.drawn"));
    }

    /** Whoever may not see it is told that there is nothing; the record tells that they asked. */
    @Test
    void tellsWhatWasHidden() {
        String project = aRunningProject();
        ProjectSteps.get(Caller.OTHER_BUREAU, project).statusCode(404);

        Caller.SUPERVISOR
                .calls()
                .queryParam("refused", true)
                .get("/audit-records")
                .then()
                .body("items.action", hasItem("GET /projects/" + project));
    }

    @Test
    void isOnlyAddedTo() {
        aRunningProject();
        for (String rewriting : new String[] {"update audit_record set actor = ''", "delete from audit_record"}) {
            assertThatThrownBy(() -> Onlooker.of("ALL").changes(database, rewriting))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
