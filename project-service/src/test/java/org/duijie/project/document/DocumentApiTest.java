package org.duijie.project.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.duijie.chassis.testing.Problem.problem;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.project.need.Caller;
import org.duijie.project.project.ProjectSteps;
import org.junit.jupiter.api.Test;

/** The agreement's document over HTTP; it is left in {@code target} for whoever wants to look at it. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class DocumentApiTest {

    @Test
    void saysWhoGivesWhatToWhomInChinese() throws IOException {
        String project = ProjectSteps.anAgreedProject();
        byte[] pdf = Caller.ORGANIZATION
                .calls()
                .get("/projects/{id}/agreement", project)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Path.of("target", "agreement.pdf"), pdf);
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("社会组织帮扶项目协议书", "乡村小学图书角", "张北县", "130722", "53110000500309522J")
                    .contains("小学课外读物", "200", "册", "5000.00", "教师培训", "2027-12-31", "每学期提交一次照片和签收单")
                    .doesNotContain("?");
        }
        assertThat(pdf.length).isLessThan(200_000);
    }

    @Test
    void isVerifiedByAnybodyWhoHoldsIt() {
        String project = ProjectSteps.anAgreedProject();
        String code = ProjectSteps.verificationCode(project);

        given().get("/projects/{id}/agreement/{code}", project, code)
                .then()
                .statusCode(200)
                .body("divisionName", equalTo("张北县"))
                .body("value.amount", equalTo("6000.00"));
        given().get("/projects/{id}/agreement/{code}", project, "0".repeat(20))
                .then()
                .spec(problem(404, "project-not-found"));
        given().get("/projects/{id}/agreement", project).then().spec(problem(401, "access-unauthenticated"));
    }
}
