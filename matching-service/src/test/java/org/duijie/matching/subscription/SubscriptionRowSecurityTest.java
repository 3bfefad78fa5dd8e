package org.duijie.matching.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/** The second wall: what a connection sees that works for somebody, whatever it asks for. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class SubscriptionRowSecurityTest {

    private static final String OWN = "51110105MJ000000R1";
    private static final String OTHERS = "51110105MJ000000R2";

    private final DataSource database;

    @Inject
    SubscriptionRowSecurityTest(DataSource database) {
        this.database = database;
    }

    @Test
    void showsAnOrganizationItsOwnSubscriptionsAndEventsOnly() throws SQLException {
        assertThat(seen("TENANT", OWN)).containsExactly(1, 1, 0);
        assertThat(seen("TENANT", "")).containsExactly(0, 0, 0);
        assertThat(seen("PUBLIC", "")).containsExactly(0, 0, 0);
        assertThat(seen("READER", "")).containsExactly(2, 2, 0);
        assertThat(seen("SYSTEM", "")).containsExactly(2, 2, 2);
    }

    /** How many of two organizations' subscriptions, events and current matches are to be seen. */
    private int[] seen(String role, String organization) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                UUID[] ids = {subscription(connection, OWN), subscription(connection, OTHERS)};
                try (PreparedStatement become = connection.prepareStatement(
                        "select set_config('duijie.role', ?, true), set_config('duijie.organizations', ?, true)")) {
                    become.setString(1, role);
                    become.setString(2, organization);
                    become.execute();
                }
                return new int[] {
                    count(connection, "subscription where id", ids),
                    count(connection, "match_event where subscription_id", ids),
                    count(connection, "current_match where subscription_id", ids)
                };
            } finally {
                connection.rollback();
            }
        }
    }

    private static UUID subscription(Connection connection, String organization) throws SQLException {
        UUID id = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement("""
                with made as (
                    insert into subscription (id, version, organization, name, fields, divisions, modes, categories,
                                              minimum_score_ppm, last_number, created_at)
                    values (?, 0, ?, '试', '[]', '[]', '[]', '[]', 0, 1, now()) returning id),
                told as (
                    insert into match_event (subscription_id, number, type, at, need_id, need_title, division_code, offer_id,
                                             offer_title, score_ppm, reason_code, reason_zh, reason_en, cause_type, cause_time)
                    select id, 1, 'MATCH_BEGAN', now(), id, '书', '130722', id, '书', 1, 'NEED_CHANGED', '', '', 'x', now()
                    from made)
                insert into current_match (subscription_id, need_id, offer_id, score_ppm) select id, id, id, 1 from made
                """)) {
            insert.setObject(1, id);
            insert.setString(2, organization);
            insert.executeUpdate();
        }
        return id;
    }

    private static int count(Connection connection, String rows, UUID[] ids) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from " + rows + " = any (?)")) {
            count.setArray(1, connection.createArrayOf("uuid", ids));
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
