package org.duijie.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import org.duijie.chassis.identity.AccessProblem;
import org.junit.jupiter.api.Test;

class ProblemsTest {

    @Test
    void tellsABadTokenFromAnIdentityProviderThatIsAway() {
        Throwable away = new OIDCException("no connection");

        assertThat(Problems.ofFailedCheck(new AuthenticationFailedException("expired"))
                        .type())
                .isEqualTo(AccessProblem.UNAUTHENTICATED);
        for (Throwable failure : new Throwable[] {
            away,
            new AuthenticationFailedException(away),
            new AuthenticationFailedException(new IllegalStateException(away)),
        }) {
            assertThat(Problems.ofFailedCheck(failure).type()).isEqualTo(RequestProblem.UNAVAILABLE);
            assertThat(Problems.ofFailedCheck(failure).headers()).containsEntry("Retry-After", "5");
        }
    }
}
