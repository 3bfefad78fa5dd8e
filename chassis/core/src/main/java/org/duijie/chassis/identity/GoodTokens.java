package org.duijie.chassis.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcIdentityProvider;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
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
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the check of tokens and remembers, by their hash, those that were found good a moment ago: a client that
 * sends many requests has its signature checked once a minute. A minute and no longer, so that a key that the identity
 * provider withdraws is soon refused; and never beyond the token's own end.
 */
@Singleton
class GoodTokens implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int MOST = 20_000;
    private static final Duration TRUSTED_FOR = Duration.ofMinutes(1);

    private record Good(SecurityIdentity identity, Instant until) {}

    private final IdentityProvider<TokenAuthenticationRequest> check;
    private final InstantSource clock;
    private final Cache<String, Good> tokens = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(TRUSTED_FOR)
            .build();

    @Inject
    GoodTokens(OidcIdentityProvider check, InstantSource clock) {
        this((IdentityProvider<TokenAuthenticationRequest>) check, clock);
    }

    GoodTokens(IdentityProvider<TokenAuthenticationRequest> check, InstantSource clock) {
        this.check = check;
        this.clock = clock;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** Before the check itself. */
    @Override
    public int priority() {
        return check.priority() + 1;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        TokenCredential token = request.getToken();
        String hash = hash(token.getToken());
        @Nullable Good good = tokens.getIfPresent(hash);
        if (good != null && clock.instant().isBefore(good.until())) {
            return Uni.createFrom().item(good.identity());
        }
        return check.authenticate(request, context).invoke(identity -> remember(hash, token, identity));
    }

    /** Keeps who it is and nothing else: what the check leaves with an identity belongs to the one request. */
    private void remember(String hash, TokenCredential token, @Nullable SecurityIdentity identity) {
        if (token instanceof AccessTokenCredential
                && identity != null
                && identity.getPrincipal() instanceof JsonWebToken claims) {
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

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
