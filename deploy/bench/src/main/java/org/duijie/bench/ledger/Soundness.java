package org.duijie.bench.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.duijie.local.PartName;
import org.duijie.local.Suite;
import org.duijie.sample.Json;
import org.duijie.sample.http.Patience;

/** Whether what was measured is right: statistics say what the tables say, and ledgers add up after what was appended. */
record Soundness(Suite suite, String account) {
    private static final int LEDGERS_LOOKED_AT = 100;
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** All facts are read when the first answer comes that counts them. */
    JsonNode awaitFacts() {
        while (true) {
            JsonNode read = get("/statistics?stage=AGREED&stage=RECEIVED&stage=COMPLETED");
            if (read.path("position").asInt() > 0) {
                return read;
            }
            Patience.sleep(PAUSE);
        }
    }

    private JsonNode get(String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI target = suite.url(PartName.PROJECT_SERVICE).resolve(path);
            HttpRequest request = HttpRequest.newBuilder(target)
                    .timeout(Duration.ofMinutes(2))
                    .header("Authorization", "Bearer " + suite.token(account))
                    .build();
            return Json.MAPPER.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many of the first ledgers that were appended to do not add up, or have a broken chain. */
    long unsoundLedgers(Receipts receipts) {
        long unsound = 0;
        for (int looked = 0; looked < LEDGERS_LOOKED_AT; looked++) {
            JsonNode ledger = get("/projects/" + receipts.project() + "/ledger");
            boolean sound = ledger.path("balanced").asBoolean()
                    && ledger.path("chain").path("intact").asBoolean()
                    && ledger.path("chain").path("entries").asInt() > LedgerFill.ENTRIES_A_PROJECT;
            unsound += sound ? 0 : 1;
        }
        return unsound;
    }

    /** How many sums differ from those that the database works out of projects and entries. */
    long mismatches(JsonNode totals, List<String> cuts) throws SQLException {
        List<String> expected = new ArrayList<>();
        try (Connection database = DriverManager.getConnection(
                        suite.jdbcUrl("project"), suite.databaseUser(), suite.databaseUser());
                Statement statement = database.createStatement();
                ResultSet sums = statement.executeQuery("""
                        select (select sum(value_fen) from project),
                               (select sum(fen) from ledger_entry where book = 'COUNTY' and kind = 'RECEIPT')
                        """)) {
            sums.next();
            expected.add(sums.getBigDecimal(1).movePointLeft(2).toPlainString());
            expected.add(sums.getBigDecimal(2).movePointLeft(2).toPlainString());
        }
        long mismatches = 0;
        for (int stage = 0; stage < expected.size(); stage++) {
            String read = totals.path("totals")
                    .path(stage)
                    .path("amount")
                    .path("amount")
                    .asText();
            mismatches += read.equals(expected.get(stage)) ? 0 : 1;
        }
        for (String first : cuts) {
            JsonNode by = get("/statistics?stage=AGREED&stage=RECEIVED&stage=COMPLETED&by=" + first + "&position="
                    + totals.path("position").asText());
            mismatches += by.path("totals").equals(totals.path("totals")) ? 0 : 1;
        }
        return mismatches;
    }
}
