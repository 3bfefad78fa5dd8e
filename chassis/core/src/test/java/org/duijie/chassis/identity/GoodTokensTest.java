package org.duijie.chassis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoodTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final Check check = new Check();
    private final GoodTokens tokens = new GoodTokens(now::get);

    @Test
    void checksATokenOnceAndEveryOtherByItself() {
        assertThat(authenticate("a").getRoles()).containsExactly("COUNTY_BUREAU");
        assertThat(authenticate("a").getRoles()).containsExactly("COUNTY_BUREAU");
        authenticate("A");
        authenticate("a ");

        assertThat(check.seen).containsExactly("a", "A", "a ");
    }

    @Test
    void keepsWhoItIsAndNothingOfTheRequest() {
        authenticate("a");
        SecurityIdentity again = authenticate("a");

        assertThat(again.getPrincipal()).isInstanceOf(JsonWebToken.class);
        assertThat(again.getCredential(AccessTokenCredential.class).getToken()).isEqualTo("a");
        assertThat(again.getAttributes()).isEmpty();
    }

    @Test
    void trustsNoTokenThatHasExpired() {
        check.expiry = NOON.plusSeconds(10);
        authenticate("a");

        now.set(NOON.plusMillis(9_999));
        authenticate("a");
        assertThat(check.seen).hasSize(1);
        now.set(NOON.plusSeconds(10));
        authenticate("a");
        assertThat(check.seen).hasSize(2);
    }

    @Test
    void hasATokenCheckedAgainAfterAMinute() {
        authenticate("a");

        now.set(NOON.plusSeconds(59));
        authenticate("a");
        assertThat(check.seen).hasSize(1);
        now.set(NOON.plusSeconds(60));
        authenticate("a");
        assertThat(check.seen).hasSize(2);
    }

    @Test
    void remembersNeitherRefusalsNorOtherCredentials() {
        check.refuse = true;
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(AuthenticationFailedException.class);
        assertThatThrownBy(() -> authenticate("bad")).isInstanceOf(AuthenticationFailedException.class);
        check.refuse = false;
        authenticate(new TokenCredential("id", "id_token"));
        authenticate(new TokenCredential("id", "id_token"));

        assertThat(check.seen).containsExactly("bad", "bad", "id", "id");
    }

    private SecurityIdentity authenticate(String token) {
        return authenticate(new AccessTokenCredential(token));
    }

    private SecurityIdentity authenticate(TokenCredential credential) {
        return tokens.authenticate("Bearer " + credential.getToken(), () -> check.authenticate(credential))
                .await()
                .indefinitely();
    }

    /** Finds every token good, or none. */
    private static final class Check {

        private final List<String> seen = new ArrayList<>();
        private Instant expiry = NOON.plus(Duration.ofHours(1));
        private boolean refuse;

        Uni<SecurityIdentity> authenticate(TokenCredential credential) {
            seen.add(credential.getToken());
            if (refuse) {
                return Uni.createFrom().failure(new AuthenticationFailedException());
            }
            return Uni.createFrom()
                    .item(QuarkusSecurityIdentity.builder()
                            .setPrincipal(new Token(Map.of("sub", "partner", "exp", expiry.getEpochSecond())))
                            .addCredential(credential)
                            .addRole("COUNTY_BUREAU")
                            .addAttribute("request", new Object())
                            .build());
        }
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {

        @Override
        public String getName() {
            return "a name that may change";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the interface has it
        public <T> @Nullable T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
