package org.duijie.project.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.Onlooker;
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
        return Onlooker.of(role).with("divisions", divisions).with("offices", offices).reads(database, query).stream()
                .map(UUID::fromString)
                .toList();
    }

    private int changed(String role, String divisions, String change) {
        return Onlooker.of(role).with("divisions", divisions).changes(database, change);
    }
}
