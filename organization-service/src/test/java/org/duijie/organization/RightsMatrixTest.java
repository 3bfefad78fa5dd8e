package org.duijie.organization;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;
import org.duijie.chassis.testing.rights.RightsTests;

/** Every operation, as everybody who might call it: what comes out is what the contract declares. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class RightsMatrixTest extends RightsTests {

    private final DataSource database;

    @Inject
    RightsMatrixTest(DataSource database) {
        this.database = database;
    }

    @Override
    protected ServiceUnderTest service() {
        return OrganizationFixtures.service(database);
    }

    @Override
    protected DataSource database() {
        return database;
    }
}
