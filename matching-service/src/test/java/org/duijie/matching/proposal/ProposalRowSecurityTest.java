package org.duijie.matching.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.matching.testing.FactPublisher;
import org.junit.jupiter.api.Test;

/** The second wall: what a connection sees that works for somebody, whatever it asks for. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class ProposalRowSecurityTest {

    private final FactPublisher facts;
    private final DataSource database;

    @Inject
    ProposalRowSecurityTest(FactPublisher facts, DataSource database) {
        this.facts = facts;
        this.database = database;
    }

    @Test
    void showsAProposalToItsSidesAndThoseAboveOnly() throws SQLException {
        ProposalScene pair = ProposalScene.published(facts);
        UUID id = pair.proposed(Side.COUNTY);

        assertThat(seen(id, "TENANT", "divisions", "130722")).containsExactly(1, 1, 1);
        assertThat(seen(id, "TENANT", "organizations", pair.scene.creditCode)).containsExactly(1, 1, 1);
        assertThat(seen(id, "TENANT", "offices", "130700")).containsExactly(1, 1, 1);
        assertThat(seen(id, "READER", "divisions", "")).containsExactly(1, 1, 1);
        assertThat(seen(id, "TENANT", "divisions", "130723")).containsExactly(0, 0, 0);
        assertThat(seen(id, "TENANT", "offices", "130722")).containsExactly(0, 0, 0);
        assertThat(seen(id, "TENANT", "organizations", "51110105MJ0000000A")).containsExactly(0, 0, 0);
        assertThat(seen(id, "PUBLIC", "divisions", "")).containsExactly(0, 0, 0);
    }

    @Test
    void aHistoryIsOnlyAddedTo() {
        assertThatThrownBy(() -> {
                    try (Connection connection = database.getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.execute("delete from proposal_change");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    /** How many of the proposal's rows, changes and responses are to be seen; the organization's silence is its own. */
    private int[] seen(UUID id, String role, String setting, String value) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement become = connection.prepareStatement("""
                    select set_config('duijie.role', ?, true), set_config('duijie.divisions', '', true),
                           set_config('duijie.offices', '', true), set_config('duijie.organizations', '', true),
                           set_config(?, ?, true)
                    """)) {
                become.setString(1, role);
                become.setString(2, "duijie." + setting);
                become.setString(3, value);
                become.execute();
                return new int[] {
                    count(connection, "proposal where id", id),
                    count(connection, "proposal_change where proposal_id", id),
                    count(connection, "response where proposal_id", id)
                };
            } finally {
                connection.rollback();
            }
        }
    }

    private static int count(Connection connection, String rows, UUID id) throws SQLException {
        try (PreparedStatement count = connection.prepareStatement("select count(*) from " + rows + " = ?")) {
            count.setObject(1, id);
            try (ResultSet result = count.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }
}
