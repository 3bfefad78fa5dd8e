package org.duijie.chassis.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.jwt.build.Jwt;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Signed access tokens of every role, as the identity provider would issue them. */
public final class Tokens {

    /** Who issues them. */
    public static final String ISSUER = "https://identity.test/realms/duijie";

    private Tokens() {}

    public static String countyBureau(String... divisions) {
        return token("county-bureau-" + divisions[0], "COUNTY_BUREAU", List.of(divisions), List.of());
    }

    public static String superiorOffice(String... divisions) {
        return token("superior-office-" + divisions[0], "SUPERIOR_OFFICE", List.of(divisions), List.of());
    }

    public static String leadingGroup() {
        return token("leading-group", "LEADING_GROUP", List.of(), List.of());
    }

    public static String supervisor() {
        return token("supervisor", "SUPERVISOR", List.of(), List.of());
    }

    public static String organization(String... creditCodes) {
        return token("organization-" + creditCodes[0], "ORGANIZATION", List.of(), List.of(creditCodes));
    }

    public static String partnerPlatform(List<String> divisions, List<String> creditCodes) {
        // One for each set of those who delegated, so that two of them are two platforms.
        UUID name = UUID.nameUUIDFromBytes((divisions + "," + creditCodes).getBytes(UTF_8));
        return token("platform-" + name, "PARTNER_PLATFORM", divisions, creditCodes);
    }

    /** A token that was good until an hour ago. */
    public static String expired() {
        return Jwt.subject("late")
                .issuer(ISSUER)
                .groups("LEADING_GROUP")
                .audience("duijie-api")
                .issuedAt(Instant.now().minus(Duration.ofHours(2)))
                .expiresAt(Instant.now().minus(Duration.ofHours(1)))
                .sign(privateKey());
    }

    private static String token(String subject, String role, List<String> divisions, List<String> creditCodes) {
        return Jwt.subject(subject)
                .issuer(ISSUER)
                .preferredUserName(subject)
                .groups(Set.of(role))
                .audience("duijie-api")
                .claim("divisions", divisions)
                .claim("organizations", creditCodes)
                .expiresIn(Duration.ofHours(1))
                .sign(privateKey());
    }

    /** What they are signed with, for putting together tokens that nobody would issue. */
    public static PrivateKey privateKey() {
        String encoded = Objects.requireNonNull(
                System.getProperty(Infrastructure.PRIVATE_KEY), "Use a test resource that makes the key");
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(encoded)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
