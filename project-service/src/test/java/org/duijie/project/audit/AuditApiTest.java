package org.duijie.project.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.project.project.ProjectSteps.aRunningProject;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
import org.duijie.project.need.Caller;
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
    void isOnlyAddedTo() {
        aRunningProject();
        for (String rewriting : new String[] {"update audit_record set actor = ''", "delete from audit_record"}) {
            assertThatThrownBy(() -> Onlooker.of("ALL").changes(database, rewriting))
                    .hasStackTraceContaining("permission denied");
        }
    }
}
