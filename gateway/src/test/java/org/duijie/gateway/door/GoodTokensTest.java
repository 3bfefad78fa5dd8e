package org.duijie.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GoodTokensTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
    private final GoodTokens tokens = new GoodTokens(now::get);

    @Test
    void knowsATokenThatItSawAndNoOther() {
        assertThat(tokens.subject("Bearer a")).isNull();
        assertThat(tokens.remember("Bearer a", identity("partner", NOON.plusSeconds(900))))
                .isEqualTo("partner");

        assertThat(tokens.subject("Bearer a")).isEqualTo("partner");
        assertThat(tokens.subject("Bearer A")).isNull();
        assertThat(tokens.subject("Bearer a ")).isNull();
    }

    @Test
    void trustsNoTokenThatHasExpired() {
        tokens.remember("Bearer a", identity("partner", NOON.plusSeconds(10)));

        now.set(NOON.plusMillis(9_999));
        assertThat(tokens.subject("Bearer a")).isEqualTo("partner");
        now.set(NOON.plusSeconds(10));
        assertThat(tokens.subject("Bearer a")).isNull();
    }

    @Test
    void hasATokenCheckedAgainAfterAMinute() {
        tokens.remember("Bearer a", identity("partner", NOON.plus(Duration.ofHours(1))));

        now.set(NOON.plusSeconds(59));
        assertThat(tokens.subject("Bearer a")).isEqualTo("partner");
        now.set(NOON.plusSeconds(60));
        assertThat(tokens.subject("Bearer a")).isNull();
    }

    private static SecurityIdentity identity(String subject, Instant expiry) {
        Map<String, Object> claims = Map.of("sub", subject, "exp", expiry.getEpochSecond());
        return QuarkusSecurityIdentity.builder().setPrincipal(new Token(claims)).build();
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
