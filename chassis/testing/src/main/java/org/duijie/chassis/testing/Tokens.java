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
import java.util.stream.Stream;

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

    /** A platform to which just these have delegated, all that they can: grants it, and waits until it is known. */
    public static String partnerPlatform(List<String> divisions, List<String> creditCodes) {
        List<String> principals =
                Stream.concat(divisions.stream(), creditCodes.stream()).toList();
        String platform = "platform-"
                + UUID.nameUUIDFromBytes(String.join(",", principals).getBytes(UTF_8));
        GivenDelegations.grant(platform, principals);
        return platform(platform);
    }

    /** A platform under its client id. Its token claims counties and organizations, and gains nothing by it. */
    public static String platform(String client) {
        return token(client, "PARTNER_PLATFORM", List.of("130722"), List.of("53110000500302806B"));
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
                .claim("azp", role.equals("PARTNER_PLATFORM") ? subject : "duijie-portal")
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
