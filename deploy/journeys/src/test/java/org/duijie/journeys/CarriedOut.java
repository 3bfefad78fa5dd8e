package org.duijie.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.duijie.sample.http.Answer;
import org.duijie.sample.http.Gateway;

/** What the two sides, and the office above, do with a project of computers, each over HTTP by an account of its own. */
final class CarriedOut {

    private static final Map<String, String> ACCOUNTS = Map.of("DONOR", "organization-a", "COUNTY", "zhangbei");
    private static final String OFFICE = "zhangjiakou";

    private final Gateway gateway;
    private final String path;
    private final Path directory;

    /** @param directory for what is handed in */
    CarriedOut(Gateway gateway, String project, Path directory) {
        this.gateway = gateway;
        this.path = "/projects/" + project;
        this.directory = directory;
    }

    /** The words of the agreement's document, as its organization gets it. */
    String document() {
        byte[] pdf = gateway.as("organization-a").download(path + "/agreement");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // Kept for whoever wants to look at it.
            Files.write(Path.of("target", "agreement.pdf"), pdf);
            return new PDFTextStripper().getText(document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    void start() {
        gateway.as("zhangbei").see(path).post("start").expect(200);
    }

    /**
     * The donor reports what it sent, the county at first two computers fewer, then as many.
     *
     * @return how the figure stands after the county's report, and after its correction
     */
    List<String> confirmReceiptOnceItIsMended(int computers) {
        UUID transfer = UUID.randomUUID();
        report("DONOR", "RECEIPT", transfer, computers);
        Answer wrong = report("COUNTY", "RECEIPT", transfer, computers - 2);
        String disputed = standing();
        gateway.as("zhangbei")
                .post(
                        path + "/entries/" + wrong.text("number") + "/corrections",
                        Map.of(
                                "reason",
                                "漏点两台",
                                "instead",
                                Map.of(
                                        "quantity",
                                        Integer.toString(computers),
                                        "value",
                                        Donation.yuan(computers),
                                        "occurredOn",
                                        RunningSuite.today(),
                                        "evidence",
                                        List.of(evidence("zhangbei")))))
                .expect(201);
        return List.of(disputed, standing());
    }

    private String standing() {
        return gateway.as("zhangbei")
                .get(path)
                .expect(200)
                .body()
                .at("/money/standing")
                .asText();
    }

    void reportBoth(String kind, UUID transfer, int computers) {
        ACCOUNTS.keySet().forEach(book -> report(book, kind, transfer, computers));
    }

    private Answer report(String book, String kind, UUID transfer, int computers) {
        String account = ACCOUNTS.getOrDefault(book, "");
        return gateway.as(account)
                .post(
                        path + "/entries",
                        Map.of(
                                "book",
                                book,
                                "kind",
                                kind,
                                "item",
                                0,
                                "transfer",
                                transfer,
                                "quantity",
                                Integer.toString(computers),
                                "value",
                                Donation.yuan(computers),
                                "occurredOn",
                                RunningSuite.today(),
                                "evidence",
                                List.of(evidence(account))))
                .expect(201);
    }

    /** The milestone is reached, in numbers and with evidence. */
    void reach(int computers) {
        gateway.as("zhangbei")
                .post(
                        path + "/progress-reports",
                        Map.of(
                                "milestone", 1,
                                "reached", true,
                                "summary", "电脑已全部到校并投入使用。",
                                "quantities", List.of(Map.of("item", 0, "quantity", Integer.toString(computers))),
                                "beneficiaries", Map.of("persons", 320, "households", 110),
                                "occurredOn", RunningSuite.today(),
                                "evidence", List.of(evidence("zhangbei"))))
                .expect(201);
    }

    String complete() {
        return gateway.as("zhangbei").see(path).post("completion").expect(200).text("status");
    }

    String close() {
        Map<String, Object> disclosure =
                Map.of("finalDisclosure", "https://www.zhangbei.gov.example/p/1", "disclosedOn", RunningSuite.today());
        return gateway.as(OFFICE)
                .see(path)
                .post("closing", disclosure)
                .expect(200)
                .text("status");
    }

    boolean chainIsIntact() {
        JsonNode ledger =
                gateway.as("supervisor").get(path + "/ledger").expect(200).body();
        return ledger.at("/chain/intact").asBoolean();
    }

    private String evidence(String account) {
        try {
            Path file = Files.writeString(directory.resolve("receipt.pdf"), """
                    %PDF-1.4
                    1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
                    2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
                    3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
                    trailer<</Root 1 0 R/Size 4>>
                    %%EOF
                    """);
            return gateway.as(account)
                    .post(path + "/evidence?title=%E7%AD%BE%E6%94%B6%E5%8D%95", file, "application/pdf")
                    .expect(200, 201)
                    .text("sha256");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
