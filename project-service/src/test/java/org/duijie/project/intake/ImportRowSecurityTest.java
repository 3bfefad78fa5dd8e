package org.duijie.project.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What the database shows of an import, asked without any condition: as a query would that forgot its own. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ImportRowSecurityTest {

    private static final String SENDER = "county-bureau-130828";

    private final DataSource database;

    @Inject
    ImportRowSecurityTest(DataSource database) {
        this.database = database;
    }

    @Test
    void showsAFileToItsSenderAndToThoseWhoReadEverything() {
        String job = given().auth()
                .oauth2(Tokens.countyBureau("130828"))
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{}\n".getBytes(StandardCharsets.UTF_8))
                .post("/need-imports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        for (String table : List.of("need_import where id", "need_import_chunk where import_id")) {
            String count = "select count(*) from " + table + " = '" + job + "'";
            assertThat(as("TENANT", SENDER, count)).isOne();
            assertThat(as("READER", "supervisor", count)).isOne();
            assertThat(as("TENANT", "county-bureau-130722", count)).isZero();
            assertThat(as("PUBLIC", "", count)).isZero();
        }
    }

    private long as(String role, String caller, String count) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection()) {
                set(connection, "duijie.role", role);
                set(connection, "duijie.caller", caller);
                try (PreparedStatement select = connection.prepareStatement(count);
                        ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, true)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.execute();
        }
    }
}
