package org.duijie.gateway.route;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.duijie.chassis.testing.Tokens;
import org.duijie.gateway.service.Service;
import org.duijie.gateway.testing.ServiceStub;
import org.duijie.gateway.testing.Suite;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One line for each request that is led on: where to, of which trace, and whose, without saying who. */
@QuarkusTest
@WithTestResource(Suite.class)
class AccessLogTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final Lines lines = new Lines();
    private ServiceStub organization;

    @BeforeEach
    void listen() {
        organization = ServiceStub.of(Service.ORGANIZATION);
        Logger.getLogger("duijie.access").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("duijie.access").removeHandler(lines);
        organization.close();
    }

    @Test
    void saysWhereARequestWasLedAndOfWhichTraceItIs() throws InterruptedException {
        given().header("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01")
                .get("/offers/7?title=secret")
                .then()
                .statusCode(200);

        Map<String, String> line = lines.next();
        assertThat(line)
                .containsEntry("method", "GET")
                .containsEntry("route", "/offers")
                .containsEntry("status", "200")
                .containsEntry("traceId", TRACE)
                .containsEntry("caller", "")
                .containsKey("millis");
        assertThat(line.values()).noneMatch(value -> value.contains("secret"));
    }

    @Test
    void namesATraceThatItBeganItself() throws InterruptedException {
        String began = given().get("/offers").header("traceparent");

        assertThat(lines.next()).containsEntry("traceId", began.substring(3, 35));
    }

    @Test
    void joinsTheLinesOfOneCallerWithoutNamingIt() throws InterruptedException {
        String token = Tokens.organization("53110000500309522J");
        given().auth().oauth2(token).get("/offers").then().statusCode(200);
        given().auth()
                .oauth2(token)
                .get("/services/organization-service/dead-letters")
                .then()
                .statusCode(200);

        Map<String, String> first = lines.next();
        Map<String, String> second = lines.next();
        assertThat(first.get("caller")).matches("[0-9a-f]{12}").isEqualTo(second.get("caller"));
        assertThat(second).containsEntry("route", "/services/organization-service/dead-letters");
    }

    /** Takes down the fields of each line. */
    private static final class Lines extends Handler {

        private final BlockingQueue<Map<String, String>> taken = new LinkedBlockingQueue<>();

        Map<String, String> next() throws InterruptedException {
            Map<String, String> line = taken.poll(5, SECONDS);
            assertThat(line).isNotNull();
            return line;
        }

        @Override
        public void publish(LogRecord line) {
            taken.add(((ExtLogRecord) line).getMdcCopy());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
