package org.duijie.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.duijie.chassis.testing.OpenApiSnapshot;
import org.duijie.gateway.testing.Suite;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Suite.class)
class ContractTest {

    @Test
    void servesTheApiThatWasPromised() throws IOException {
        OpenApiSnapshot.check();
    }
}
