package org.duijie.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.duijie.chassis.testing.DatabaseState;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.rights.RightsDocument;
import org.duijie.chassis.testing.rights.RightsMatrix;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.MatchingFixtures;
import org.junit.jupiter.api.Test;

/** Every operation, as everybody who might call it: what comes out is what the contract declares. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class RightsMatrixTest {

    private final FactPublisher facts;
    private final DataSource database;

    @Inject
    RightsMatrixTest(FactPublisher facts, DataSource database) {
        this.facts = facts;
        this.database = database;
    }

    @Test
    void everybodyMayWhatIsDeclaredAndNothingElse() {
        RightsMatrix.Report report =
                new RightsMatrix(MatchingFixtures.service(facts, database), () -> DatabaseState.of(database)).run();

        System.out.println("Rights matrix of matching-service: " + report.size() + " cells");
        assertThat(report.faults()).isEmpty();
        assertThat(report.size()).isPositive();
        new RightsDocument(Path.of("..", "docs", "rights.md"), "matching-service").check(report);
    }
}
