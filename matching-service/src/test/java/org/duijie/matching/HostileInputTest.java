package org.duijie.matching;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.DatabaseState;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.hostile.HostileInputTests;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.matching.testing.DeliveryQuiet;
import org.duijie.matching.testing.EvaluationQuiet;
import org.duijie.matching.testing.FactPublisher;
import org.duijie.matching.testing.MatchingFixtures;

/** Nothing that is sent breaks the service, and nothing gets in that it does not know. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class HostileInputTest extends HostileInputTests {

    private final FactPublisher facts;
    private final DataSource database;

    @Inject
    HostileInputTest(FactPublisher facts, DataSource database) {
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
        return DeliveryQuiet.await(database);
    }
}
