package org.duijie.matching;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.DatabaseState;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.rights.RightsTests;
import org.duijie.matching.testing.EvaluationQuiet;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.MatchingFixtures;

/** Every operation, as everybody who might call it: what comes out is what the contract declares. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class RightsMatrixTest extends RightsTests {

    private final FactPublisher facts;
    private final DataSource database;

    @Inject
    RightsMatrixTest(FactPublisher facts, DataSource database) {
        this.facts = facts;
        this.database = database;
    }

    @Override
    protected ServiceUnderTest service() {
        return MatchingFixtures.service(facts, database);
    }

    @Override
    protected DataSource database() {
        return database;
    }

    @Override
    protected DatabaseState state() {
        EvaluationQuiet.await(database);
        return super.state();
    }
}
