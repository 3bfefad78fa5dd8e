package org.duijie.sample.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.duijie.sample.FakeSuite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final FakeSuite suite = new FakeSuite();
    private final Gateway gateway = new Gateway(suite.address(), suite.credentials());

    @AfterEach
    void stop() {
        gateway.close();
        suite.close();
    }

    @Test
    void keepsATokenWhileItIsGood() {
        gateway.as("hebei").get("/needs").expect(200);
        gateway.as("hebei").get("/needs").expect(200);

        assertThat(suite.grants()).containsExactly("grant_type=password of hebei");
    }

    @Test
    void asksAgainWhenTheTokenHasRunOut() {
        suite.tokenSeconds(0);

        gateway.as("partner").get("/needs").expect(200);
        gateway.as("partner").get("/needs").expect(200);

        assertThat(suite.grants())
                .containsExactly(
                        "grant_type=client_credentials of partner", "grant_type=client_credentials of partner");
    }

    @Test
    void goesUnsignedAsThePublic() {
        gateway.asThePublic().get("/needs").expect(200);

        assertThat(suite.grants()).isEmpty();
    }

    @Test
    void saysWhichAccountIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gateway.as("nobody").get("/needs"))
                .withMessageContaining("nobody");
    }

    @Test
    void tellsTheProblemOfARefusal() {
        assertThatThrownBy(() -> gateway.as("hebei")
                        .see("/needs/" + draft())
                        .post("review", Map.of("decision", "PUBLISH"))
                        .expect(200))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("409 not-so");
    }

    private String draft() {
        return gateway.as("hebei").post("/needs", Map.of()).expect(201).text("id");
    }
}
