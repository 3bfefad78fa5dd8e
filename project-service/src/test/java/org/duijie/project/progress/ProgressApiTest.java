package org.duijie.project.progress;

import static org.duijie.chassis.testing.Problem.problem;
import static org.duijie.project.project.ProjectSteps.aRunningProject;
import static org.duijie.project.project.ProjectSteps.anAgreedProject;
import static org.duijie.project.project.ProjectSteps.evidence;
import static org.duijie.project.project.ProjectSteps.progress;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedBody;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** Progress over HTTP. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ProgressApiTest {

    private final TestClock clock;

    @Inject
    ProgressApiTest(TestClock clock) {
        this.clock = clock;
    }

    private static ValidatableResponse report(Caller caller, String project, String body) {
        return caller.calls()
                .body(body)
                .post("/projects/{id}/progress-reports", project)
                .then();
    }

    @Test
    void reachesAMilestoneWithNumbersAndEvidence() {
        String project = aRunningProject();
        String paper = evidence(project);

        report(Caller.ORGANIZATION, project, progress(paper, true))
                .statusCode(201)
                .body("number", equalTo(1))
                .body("beneficiaries.persons", equalTo(320))
                // Three households could be traced.
                .body("beneficiaries.households", nullValue());
        ProjectSteps.get(Caller.BUREAU, project)
                .body("milestones[0].reachedOn", equalTo(NeedBody.today().toString()));
        report(Caller.BUREAU, project, progress(paper, true)).spec(problem(409, "progress-milestone-reached"));
        report(Caller.BUREAU, project, progress(paper, false)).statusCode(201).body("number", equalTo(2));
        Caller.SUPERVISOR
                .calls()
                .get("/projects/{id}/progress-reports", project)
                .then()
                .body("items.reached", contains(true, false));
        ProjectSteps.post(Caller.BUREAU, project, "completion", "").spec(problem(409, "project-milestone-open"));
    }

    @Test
    void saysEverythingThatIsMissing() {
        String project = aRunningProject();
        String empty = """
                {"milestone":1,"reached":false,"summary":"进展顺利，群众满意。","quantities":[],
                 "beneficiaries":{"persons":0,"households":0},"occurredOn":"%s","evidence":[]}
                """.formatted(NeedBody.today());

        report(Caller.ORGANIZATION, project, empty)
                .spec(problem(422, "progress-incomplete"))
                .body("errors.pointer", containsInAnyOrder("#/quantities", "#/evidence"));
        report(Caller.ORGANIZATION, project, progress("0".repeat(64), false)).spec(problem(422, "progress-incomplete"));
        report(
                        Caller.ORGANIZATION,
                        project,
                        progress(evidence(project), false).replace("\"milestone\":1", "\"milestone\":9"))
                .spec(problem(422, "progress-milestone-unknown"));
        report(Caller.ORGANIZATION, project, progress(evidence(project), false).replace("图书角", "图书角，联系人13812345678，"))
                .spec(problem(422, "progress-personal-data"));
        String notBegun = anAgreedProject();
        report(Caller.ORGANIZATION, notBegun, progress(evidence(notBegun), false))
                .spec(problem(409, "progress-not-running"));
    }

    @Test
    void isOverdueByTheClock() {
        String project = aRunningProject();
        milestones(project).body("items.overdue", contains(false, false));

        long days = ChronoUnit.DAYS.between(NeedBody.today(), LocalDate.of(2027, 11, 1));
        clock.inDays(days, () -> milestones(project).body("items.overdue", contains(true, false)));
    }

    private static ValidatableResponse milestones(String project) {
        return Caller.PREFECTURE
                .calls()
                .get("/projects/{id}/milestones", project)
                .then()
                .statusCode(200);
    }
}
