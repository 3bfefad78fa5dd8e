package org.duijie.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.function.Supplier;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers, by their hash, the tokens that were found good a moment ago: a client that sends many requests has its
 * signature checked once a minute. A minute and no longer, so that a key that the identity provider withdraws is soon
 * refused; and never beyond the token's own end.
 */
@Singleton
class GoodTokens {

    private static final int MOST = 20_000;
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private record Good(SecurityIdentity identity, Instant until) {}

    private final InstantSource clock;
    private final Cache<String, Good> tokens = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    @Inject
    GoodTokens(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Who it is.
     *
     * @param authorization the header, scheme and token
     * @param check is asked where that is not known
     */
    Uni<SecurityIdentity> authenticate(String authorization, Supplier<Uni<SecurityIdentity>> check) {
        String hash = hash(authorization);
        @Nullable Good good = tokens.getIfPresent(hash);
        return good != null && clock.instant().isBefore(good.until())
                ? Uni.createFrom().item(good.identity())
                : check.get().invoke(identity -> remember(hash, identity));
    }

    /** Keeps who it is and nothing else: what the check leaves with an identity belongs to the one request. */
    private void remember(String hash, @Nullable SecurityIdentity identity) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return;
        }
        @Nullable AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token != null) {
            Instant trustedUntil = clock.instant().plus(TRUSTED_FOR);
            Instant expiry = Instant.ofEpochSecond(claims.getExpirationTime());
            SecurityIdentity kept = QuarkusSecurityIdentity.builder()
                    .setPrincipal(claims)
                    .addRoles(identity.getRoles())
                    .addCredential(token)
                    .build();
            tokens.put(hash, new Good(kept, expiry.isBefore(trustedUntil) ? expiry : trustedUntil));
        }
    }

    private static String hash(String authorization) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(authorization.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
