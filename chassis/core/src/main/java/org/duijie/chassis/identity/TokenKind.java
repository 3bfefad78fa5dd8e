package org.duijie.chassis.identity;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jspecify.annotations.Nullable;

/**
 * Takes access tokens only. An issuer signs other kinds with the same key – ID tokens, logout tokens – and whoever comes
 * by one of those must not get in with it (RFC 8725 §3.11). Keycloak says the kind in the claim {@code typ}, RFC 9068 in
 * the header.
 */
@Singleton
@Unremovable
class TokenKind implements Validator {

    private static final Set<String> HEADERS = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final String ACCESS = "bearer";

    @Override
    public @Nullable String validate(JwtContext context) throws MalformedClaimException {
        String claim = context.getJwtClaims().getStringClaimValue("typ");
        boolean access = claim == null || lower(claim).equals(ACCESS);
        boolean headed = context.getJoseObjects().stream()
                .map(signed -> signed.getHeader("typ"))
                .allMatch(typ -> typ == null || HEADERS.contains(lower(typ)));
        return access && headed ? null : "It is no access token";
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
