package org.duijie.project.project;

import static org.duijie.project.agreement.ProposalMother.aProposal;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.duijie.project.agreement.ProposalMother;
import org.duijie.project.need.Caller;
import org.duijie.project.need.NeedBody;
import org.duijie.project.need.NeedSteps;

/** Steps that tests over HTTP take with projects. */
public final class ProjectSteps {

    public static final String REASON = "{\"reason\":\"捐赠方因故不能履约\"}";
    public static final String CLOSING =
            "{\"finalDisclosure\":\"https://www.zhangbei.gov.example/p/1\",\"disclosedOn\":\"%s\"}"
                    .formatted(NeedBody.today());

    public static final String FINDING = "{\"text\":\"签收单与到校数量不符\",\"dueOn\":\"%s\"}"
            .formatted(NeedBody.today().plusDays(30));
    public static final String DRAW = "{\"seed\":\"福利彩票双色球2027120期\",\"size\":5}";

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private ProjectSteps() {}

    /** A document that is nothing but ASCII. */
    public static final String DOCUMENT = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R/Size 4>>
            %%EOF
            """;

    public static ValidatableResponse get(Caller caller, String id) {
        return caller.calls().get("/projects/{id}", id).then();
    }

    public static ValidatableResponse post(Caller caller, String id, String act, String body) {
        var request = caller.calls();
        return (body.isEmpty() ? request : request.body(body))
                .post("/projects/{id}/" + act, id)
                .then();
    }

    public static String agreed(ProposalMother proposal) {
        String id = proposal.tell();
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> get(Caller.LEADING_GROUP, id).extract().statusCode() == 200);
        return id;
    }

    public static String anAgreedProject() {
        return agreed(aProposal(NeedSteps.aPublishedNeed()));
    }

    public static String aRunningProject() {
        String id = anAgreedProject();
        post(Caller.BUREAU, id, "start", "").statusCode(200).body("status", equalTo("RUNNING"));
        return id;
    }

    public static String evidence(String project) {
        return Caller.BUREAU
                .calls()
                .contentType("application/pdf")
                .queryParam("title", "签收单")
                .body(DOCUMENT.getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .post("/projects/{id}/evidence", project)
                .then()
                .statusCode(201)
                .extract()
                .path("sha256");
    }

    /** What a side reports of the funds, which are item 1. */
    public static String entry(String book, String kind, UUID transfer, String amount, String evidence) {
        return """
                {"book":"%s","kind":"%s","item":1,"transfer":"%s","value":{"amount":"%s","currency":"CNY"},
                 "occurredOn":"%s","evidence":[%s]}
                """.formatted(
                book, kind, transfer, amount, NeedBody.today(), evidence.isEmpty() ? "" : "\"" + evidence + "\"");
    }

    public static Caller of(String book) {
        return book.equals("COUNTY") ? Caller.BUREAU : Caller.ORGANIZATION;
    }

    public static ValidatableResponse report(
            String project, String book, String kind, UUID transfer, String amount, String evidence) {
        return of(book).calls()
                .body(entry(book, kind, transfer, amount, evidence))
                .post("/projects/{id}/entries", project)
                .then();
    }

    /** Both sides say the same. */
    public static void reportBoth(String project, String kind, String amount, String evidence) {
        UUID transfer = UUID.randomUUID();
        report(project, "DONOR", kind, transfer, amount, evidence).statusCode(201);
        report(project, "COUNTY", kind, transfer, amount, evidence).statusCode(201);
    }

    public static String progress(String evidence, boolean reached) {
        return """
                {"milestone":1,"reached":%b,"summary":"十二所小学的图书角已建成。",
                 "quantities":[{"item":0,"quantity":"200"}],"beneficiaries":{"persons":320,"households":3},
                 "occurredOn":"%s","evidence":["%s"]}
                """.formatted(reached, NeedBody.today(), evidence);
    }

    /** As it stands in the address that the document shows. */
    public static String verificationCode(String project) {
        byte[] pdf = Caller.LEADING_GROUP
                .calls()
                .get("/projects/{id}/agreement", project)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            var link = (org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink)
                    document.getPage(document.getNumberOfPages() - 1)
                            .getAnnotations()
                            .getFirst();
            String uri = ((org.apache.pdfbox.pdmodel.interactive.action.PDActionURI) link.getAction()).getURI();
            return uri.substring(uri.lastIndexOf('/') + 1);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
