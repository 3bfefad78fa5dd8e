package org.duijie.project.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/** What the database shows to whom, asked without any condition: as a query would that forgot its own. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class NeedRowSecurityTest {

    private final DataSource database;

    @Inject
    NeedRowSecurityTest(DataSource database) {
        this.database = database;
    }

    @Test
    void hidesWhatIsNotDisclosedFromEverybodyNotConcerned() {
        UUID draft = UUID.fromString(NeedSteps.aDraft());
        UUID published = UUID.fromString(NeedSteps.aPublishedNeed());

        for (String table : List.of("select id from need", "select need_id from need_change")) {
            assertThat(ids("PUBLIC", "", "", table)).contains(published).doesNotContain(draft);
            assertThat(ids("TENANT", "130723", "", table)).contains(published).doesNotContain(draft);
            assertThat(ids("TENANT", "", "130800", table)).contains(published).doesNotContain(draft);
            assertThat(ids("TENANT", "130722", "", table)).contains(published, draft);
            assertThat(ids("TENANT", "", "130700", table)).contains(published, draft);
            assertThat(ids("READER", "", "", table)).contains(published, draft);
        }
    }

    @Test
    void letsNobodyChangeWhatIsAnothers() {
        UUID published = UUID.fromString(NeedSteps.aPublishedNeed());

        assertThat(changed("PUBLIC", "", "update need set title = '改' where id = '" + published + "'"))
                .isZero();
        assertThat(changed("TENANT", "130723", "update need set title = '改' where id = '" + published + "'"))
                .isZero();
        assertThat(changed("READER", "", "update need set title = '改' where id = '" + published + "'"))
                .isZero();
        assertThat(changed("TENANT", "130722", "update need set title = '改' where id = '" + published + "'"))
                .isOne();
    }

    @Test
    void letsNobodyRewriteAHistory() {
        NeedSteps.aDraft();

        for (String rewriting : List.of("update need_change set reason = '改'", "delete from need_change")) {
            assertThatThrownBy(() -> changed("ALL", "", rewriting)).hasStackTraceContaining("permission denied");
        }
    }

    private List<UUID> ids(String role, String divisions, String offices, String query) {
        return as(role, divisions, offices, connection -> {
            try (PreparedStatement select = connection.prepareStatement(query);
                    ResultSet rows = select.executeQuery()) {
                List<UUID> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
                return ids;
            }
        });
    }

    private int changed(String role, String divisions, String change) {
        return as(role, divisions, "", connection -> {
            try (PreparedStatement update = connection.prepareStatement(change)) {
                return update.executeUpdate();
            }
        });
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Works as somebody for one transaction, which is undone. */
    private <T> T as(String role, String divisions, String offices, Work<T> work) {
        QuarkusTransaction.begin();
        try (Connection connection = database.getConnection();
                PreparedStatement scope = connection.prepareStatement("""
                        select set_config('duijie.role', ?, true), set_config('duijie.divisions', ?, true),
                               set_config('duijie.offices', ?, true)
                        """)) {
            scope.setString(1, role);
            scope.setString(2, divisions);
            scope.setString(3, offices);
            scope.execute();
            return work.on(connection);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
