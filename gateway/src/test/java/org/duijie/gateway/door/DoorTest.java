package org.duijie.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import org.duijie.chassis.identity.AccessProblem;
import org.duijie.chassis.problem.RequestProblem;
import org.junit.jupiter.api.Test;

class DoorTest {

    @Test
    void tellsABadTokenFromAnIdentityProviderThatIsAway() {
        Throwable away = new OIDCException("no connection");

        assertThat(Door.refusal(new AuthenticationFailedException("expired")).type())
                .isEqualTo(AccessProblem.UNAUTHENTICATED);
        for (Throwable failure : new Throwable[] {
            away,
            new AuthenticationFailedException(away),
            new AuthenticationFailedException(new IllegalStateException(away)),
        }) {
            assertThat(Door.refusal(failure).type()).isEqualTo(RequestProblem.UNAVAILABLE);
            assertThat(Door.refusal(failure).headers()).containsEntry("Retry-After", "5");
        }
    }
}
