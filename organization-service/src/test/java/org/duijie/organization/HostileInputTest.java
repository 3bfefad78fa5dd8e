package org.duijie.organization;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.hostile.HostileInputTests;
import org.duijie.chassis.testing.openapi.ServiceUnderTest;

/** Nothing that is sent breaks the service, and nothing gets in that it does not know. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class HostileInputTest extends HostileInputTests {

    private final DataSource database;

    @Inject
    HostileInputTest(DataSource database) {
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
