package org.duijie.chassis.delegation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duijie.chassis.testing.GivenDelegations.granted;
import static org.duijie.chassis.testing.GivenDelegations.tell;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.chassis.identity.Delegations;
import org.duijie.chassis.identity.Matter;
import org.duijie.chassis.problem.ProblemException;
import org.duijie.chassis.testing.GivenDelegations;
import org.duijie.chassis.testing.Infrastructure;
import org.duijie.chassis.testing.TestClock;
import org.duijie.chassis.time.BusinessDay;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Infrastructure.class)
class DelegationReaderTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String ZHANGBEI = "130722";
    private static final String FOUNDATION = "53110000500302806B";

    @Inject
    Delegations delegations;

    @Inject
    TestClock clock;

    @Inject
    BusinessDay day;

    @Inject
    ObjectMapper json;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void knowsWhoDelegatedWhatToWhom() {
        String platform = aPlatform();
        List<UUID> ids = GivenDelegations.grant(platform, List.of(ZHANGBEI, FOUNDATION));

        assertThat(delegations.principals(platform, Matter.NEEDS)).isEqualTo(Map.of(ZHANGBEI, ids.getFirst()));
        assertThat(delegations.principals(platform, Matter.OFFERS)).isEqualTo(Map.of(FOUNDATION, ids.getLast()));
        assertThat(delegations.principals(platform, Matter.SUBSCRIPTIONS)).containsOnlyKeys(FOUNDATION);
        assertThat(delegations.principals(aPlatform(), Matter.NEEDS)).isEmpty();
    }

    @Test
    void forgetsWhatWasTakenBackEvenWhenTheGrantIsDeliveredAgain() {
        String platform = aPlatform();
        UUID id = UUID.randomUUID();
        String granted = granted(id, platform, ZHANGBEI);
        tell(id, granted);
        assertThat(delegations.principals(platform, Matter.NEEDS)).containsOnlyKeys(ZHANGBEI);

        tell(id, granted.replace("\"version\":1", "\"version\":2").replace("ACTIVE", "REVOKED"));
        assertThat(delegations.principals(platform, Matter.NEEDS)).isEmpty();
        tell(id, granted);
        assertThat(delegations.principals(platform, Matter.NEEDS)).isEmpty();
    }

    @Test
    void givesNoRightForWhatItCannotRead() {
        String platform = aPlatform();
        UUID id = GivenDelegations.grant(platform, List.of(ZHANGBEI)).getFirst();
        tell(id, "{\"version\":2,\"status\":");
        assertThat(delegations.principals(platform, Matter.NEEDS)).isEmpty();

        UUID other = UUID.randomUUID();
        tell(other, granted(other, platform, ZHANGBEI).replace("\"NEEDS\"", "\"NEEDS\",\"PROJECTS\""));
        assertThat(delegations.principals(platform, Matter.NEEDS))
                .as("beside a matter of tomorrow")
                .containsOnlyKeys(ZHANGBEI);
    }

    @Test
    void asksTheClockAtEachUse() {
        String platform = aPlatform();
        GivenDelegations.grant(platform, List.of(ZHANGBEI));
        clock.inDays(150, () -> assertThat(delegations.principals(platform, Matter.NEEDS))
                .containsOnlyKeys(ZHANGBEI));
        clock.inDays(200, () -> assertThat(delegations.principals(platform, Matter.NEEDS))
                .isEmpty());
        assertThat(delegations.principals(platform, Matter.NEEDS)).containsOnlyKeys(ZHANGBEI);
    }

    @Test
    void readsEverythingFromTheBeginningInEachInstance() throws InterruptedException {
        String platform = aPlatform();
        GivenDelegations.grant(platform, List.of(ZHANGBEI));
        DelegationRegistry anew = new DelegationRegistry(day);
        DelegationReader other = new DelegationReader(anew, kafka, json);
        other.start(new StartupEvent());
        try {
            Awaitility.await().atMost(LIMIT).until(anew::isKnown);
            assertThat(anew.principals(platform, Matter.NEEDS)).containsOnlyKeys(ZHANGBEI);
            assertThat(other.isReading()).isTrue();
        } finally {
            other.stop(new ShutdownEvent());
        }
        assertThat(other.isReading()).as("once it has stopped").isFalse();
    }

    @Test
    void judgesNobodyBeforeItKnows() throws InterruptedException {
        Map<String, Object> nowhere = new HashMap<>(kafka);
        nowhere.put("bootstrap.servers", "127.0.0.1:" + LoopbackPorts.free(1).getFirst());
        DelegationRegistry anew = new DelegationRegistry(day);
        DelegationReader other = new DelegationReader(anew, nowhere, json);
        other.start(new StartupEvent());
        try {
            assertThatThrownBy(() -> anew.principals("partner", Matter.NEEDS))
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.type()).isEqualTo(DelegationsProblem.UNKNOWN_YET);
                        assertThat(refusal.headers()).containsKey("Retry-After");
                    });
            assertThat(new DelegationHealth(anew, other).call().getStatus().name())
                    .isEqualTo("DOWN");
        } finally {
            other.stop(new ShutdownEvent());
        }
    }

    @Test
    void showsInReadinessThatItKnows() {
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("delegations"));
    }

    private static String aPlatform() {
        return "platform-" + UUID.randomUUID();
    }
}
