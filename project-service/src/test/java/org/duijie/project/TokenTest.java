package org.duijie.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.openapi.Wire;
import org.duijie.chassis.testing.token.TokenTable;
import org.junit.jupiter.api.Test;

/** Nobody is taken for somebody by a token that was not issued to be used here. */
@QuarkusTest
@WithTestResource(Infrastructure.class)
class TokenTest {

    @Test
    void answersEveryTrickLikeNoTokenAtAll() {
        TokenTable.Report report = new TokenTable(Wire.to(RestAssured.port), "/dead-letters").run();

        assertThat(report.faults()).isEmpty();
        assertThat(report.tried()).isGreaterThan(100);
    }
}
