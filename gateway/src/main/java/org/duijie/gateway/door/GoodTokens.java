package org.duijie.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that were found good a moment ago, by their hash: a client that sends many requests has its signature
 * checked once a minute. A minute and no longer, so that a key that the identity provider withdraws is soon refused.
 */
@Singleton
class GoodTokens {

    private static final int MOST = 20_000;
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Cache<String, Good> tokens = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    @Inject
    GoodTokens(InstantSource clock) {
        this.clock = clock;
    }

    /** Whose token it is; null when it has to be checked. */
    @Nullable
    String subject(String credentials) {
        @Nullable Good good = tokens.getIfPresent(hash(credentials));
        return good != null && clock.instant().isBefore(good.until()) ? good.subject() : null;
    }

    /** Remembers a token that was checked, and says whose it is. */
    String remember(String credentials, SecurityIdentity identity) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getSubject() != null) {
            Instant expiry = Instant.ofEpochSecond(token.getExpirationTime());
            Instant trustedUntil = clock.instant().plus(TRUSTED_FOR);
            tokens.put(
                    hash(credentials),
                    new Good(token.getSubject(), expiry.isBefore(trustedUntil) ? expiry : trustedUntil));
            return token.getSubject();
        }
        return identity.getPrincipal().getName();
    }

    private static String hash(String credentials) {
        try {
            byte[] bytes = credentials.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private record Good(String subject, Instant until) {}
}
