package org.duijie.chassis.rowsecurity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Tokens;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class RowSecurityTest {

    private static final String CREDIT_CODE = "53110000500309522J";

    @Inject
    DataSource database;

    @Inject
    ParcelResource parcels;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @BeforeEach
    void plough() throws SQLException {
        execute("delete from parcel");
        execute("insert into parcel values ('a-shown', '130722', null, true), ('b-zhangbei', '130722', null, false),"
                + " ('c-let', '130722', '" + CREDIT_CODE + "', false), ('d-zhangjiakou', '130700', null, false),"
                + " ('e-anzhou', '510724', null, false)");
    }

    @Test
    void worksAsARoleThatNoPolicyPassesBy() throws SQLException {
        assertThat(query("select current_user || ' ' || rolsuper || ' ' || rolbypassrls || ' ' || rolcreaterole"
                        + " from pg_roles where rolname = current_user"))
                .containsExactly("duijie_app false false false");
        assertThat(query("select distinct tableowner from pg_tables where schemaname = 'public'"))
                .isNotEmpty()
                .doesNotContain("duijie_app");
        assertThatThrownBy(() -> execute("alter table parcel disable row level security"))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> execute("create table weed (id int)")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> query("select version from flyway_schema_history"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void hidesRowsFromAQueryWithoutAFilter() {
        assertThat(seenBy(given())).containsExactly("a-shown");
        assertThat(seenBy(as(Tokens.countyBureau("130722")))).containsExactly("a-shown", "b-zhangbei", "c-let");
        assertThat(seenBy(as(Tokens.countyBureau("510724")))).containsExactly("a-shown", "e-anzhou");
        assertThat(seenBy(as(Tokens.superiorOffice("130700")))).containsExactly("a-shown", "b-zhangbei", "c-let");
        assertThat(seenBy(as(Tokens.superiorOffice("130000"))))
                .containsExactly("a-shown", "b-zhangbei", "c-let", "d-zhangjiakou");
        assertThat(seenBy(as(Tokens.organization(CREDIT_CODE)))).containsExactly("a-shown", "c-let");
        assertThat(seenBy(as(Tokens.supervisor()))).hasSize(5);
        assertThat(seenBy(as(Tokens.leadingGroup()))).hasSize(5);
    }

    @Test
    void changesNoRowsOfOthers() throws SQLException {
        given().delete("/parcels").then().statusCode(204);
        as(Tokens.supervisor()).delete("/parcels").then().statusCode(204);
        as(Tokens.superiorOffice("130000")).delete("/parcels").then().statusCode(204);
        assertThat(parcels.names()).hasSize(5);
        as(Tokens.countyBureau("130722")).delete("/parcels").then().statusCode(204);
        assertThat(parcels.names()).containsExactly("d-zhangjiakou", "e-anzhou");
        as(Tokens.leadingGroup()).delete("/parcels").then().statusCode(204);
        assertThat(parcels.names()).isEmpty();
    }

    @Test
    void knowsTheCallerAgainAfterARollback() throws SQLException {
        for (int time = 0; time < 20; time++) {
            as(Tokens.leadingGroup()).delete("/parcels?regretted=true").then().statusCode(409);
            assertThat(seenBy(given())).containsExactly("a-shown");
            as(Tokens.countyBureau("510724"))
                    .delete("/parcels?regretted=true")
                    .then()
                    .statusCode(409);
            assertThat(seenBy(as(Tokens.organization(CREDIT_CODE)))).containsExactly("a-shown", "c-let");
        }
        assertThat(parcels.names()).hasSize(5);
    }

    @Test
    void doesTheServicesOwnWorkOnAllRows() throws SQLException {
        assertThat(parcels.names()).hasSize(5);
        given().get("/parcels/system").then().statusCode(200);
        assertThat(given().get("/parcels/system").as(String[].class)).hasSize(5);
        assertThat(seenBy(given())).containsExactly("a-shown");
    }

    @Test
    void showsNothingWhereNobodySaidWhoIsCalling() throws SQLException {
        try (Connection unknown = DriverManager.getConnection(url, "duijie_app", "duijie_app");
                ResultSet rows = unknown.createStatement().executeQuery("select name from parcel")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("a-shown");
            assertThat(rows.next()).isFalse();
        }
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static List<String> seenBy(RequestSpecification caller) {
        return List.of(caller.get("/parcels").then().statusCode(200).extract().as(String[].class));
    }

    private List<String> query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            List<String> found = new java.util.ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
