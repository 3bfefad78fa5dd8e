package org.duijie.chassis.testing.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.duijie.chassis.testing.token.TokenTrick.bearer;
import static org.duijie.chassis.testing.token.TokenTrick.header;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duijie.chassis.testing.Tokens;
import org.jspecify.annotations.Nullable;

/** The table of tricks. Each starts from a token that would be taken and changes one thing. */
final class TokenTricks {

    private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
    private static final byte[] NO_SIGNATURE = {};

    private final PrivateKey key = Tokens.privateKey();
    private final KeyPair stranger = Forge.strangersKeys();
    private final String elsewhere;
    private final List<TokenTrick> tricks = new ArrayList<>();

    private TokenTricks(String elsewhere) {
        this.elsewhere = elsewhere;
    }

    /** @param elsewhere an address at which a stranger would like the service to look for keys */
    static List<TokenTrick> all(String elsewhere) {
        TokenTricks table = new TokenTricks(elsewhere);
        table.withoutASignature();
        table.withThePublicKeyAsSecret();
        table.withAStrangersKey();
        table.withAnotherSignature();
        table.withOtherClaims();
        table.ofAnotherKind();
        table.saidTwice();
        table.outOfShape();
        table.inAnotherPlace();
        return List.copyOf(table.tricks);
    }

    /** What the tricks start from; the service takes it, or the table would prove nothing. */
    static String good() {
        return Forge.rsa(HEADER, claims(), Tokens.privateKey());
    }

    /** The same as RFC 9068 has its header. */
    static String goodByRfc9068() {
        return Forge.rsa("{\"alg\":\"RS256\",\"typ\":\"at+jwt\"}", claims(), Tokens.privateKey());
    }

    private void withoutASignature() {
        for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
            String header = "{\"alg\":\"" + none + "\",\"typ\":\"JWT\"}";
            tricks.add(bearer("alg \"" + none + "\"", Forge.joined(header, claims(), NO_SIGNATURE)));
            tricks.add(bearer("alg \"" + none + "\", signed all the same", Forge.rsa(header, claims(), key)));
        }
        tricks.add(bearer("no alg", Forge.rsa("{\"typ\":\"JWT\"}", claims(), key)));
        tricks.add(bearer("alg null", Forge.rsa("{\"alg\":null}", claims(), key)));
        tricks.add(bearer("signature left out", Forge.encoded(HEADER, claims())));
        tricks.add(bearer("signature empty", Forge.encoded(HEADER, claims()) + "."));
    }

    private void withThePublicKeyAsSecret() {
        byte[] der = publicKey().getEncoded();
        String base64 = Base64.getEncoder().encodeToString(der);
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END PUBLIC KEY-----";
        Map<String, byte[]> secrets = Map.of(
                "DER", der,
                "base64", base64.getBytes(UTF_8),
                "PEM", pem.getBytes(UTF_8),
                "PEM with its last line end", (pem + "\n").getBytes(UTF_8),
                "modulus", publicKey().getModulus().toByteArray());
        secrets.forEach((form, secret) -> {
            for (String bits : List.of("256", "384", "512")) {
                String header = "{\"alg\":\"HS" + bits + "\",\"typ\":\"JWT\"}";
                tricks.add(bearer(
                        "HS" + bits + " with the public key as " + form,
                        Forge.hmac("HmacSHA" + bits, header, claims(), secret)));
            }
        });
        tricks.add(bearer(
                "HS256 with a secret that anybody would try",
                Forge.hmac("HmacSHA256", "{\"alg\":\"HS256\"}", claims(), "secret".getBytes(UTF_8))));
    }

    private void withAStrangersKey() {
        RSAPublicKey own = (RSAPublicKey) stranger.getPublic();
        String jwk = "{\"kty\":\"RSA\",\"n\":\"" + number(own.getModulus().toByteArray()) + "\",\"e\":\""
                + number(own.getPublicExponent().toByteArray()) + "\"}";
        tricks.add(bearer("a stranger's signature", signedByAStranger("")));
        tricks.add(bearer("jwk: the key comes along", signedByAStranger(",\"jwk\":" + jwk)));
        tricks.add(bearer("jku", signedByAStranger(",\"jku\":\"" + elsewhere + "/keys\"")));
        tricks.add(bearer("x5u", signedByAStranger(",\"x5u\":\"" + elsewhere + "/chain\"")));
        tricks.add(bearer("x5c", signedByAStranger(",\"x5c\":[\"MIIB\"]")));
        for (String kid : List.of(
                "nobody's",
                "../../../../../../dev/null",
                "file:///dev/null",
                elsewhere + "/keys",
                "' or '1'='1",
                "'; drop table need; --",
                "\\u0000",
                "${jndi:ldap://127.0.0.1/x}",
                "x".repeat(2_000))) {
            tricks.add(bearer(
                    "kid " + kid.substring(0, Math.min(30, kid.length())),
                    signedByAStranger(",\"kid\":\"" + kid + "\"")));
        }
        tricks.add(bearer("kid 7", signedByAStranger(",\"kid\":7")));
        tricks.add(bearer("kid null", signedByAStranger(",\"kid\":null")));
    }

    private void withAnotherSignature() {
        String signed = Forge.encoded(HEADER, claims());
        byte[] right = Forge.rsaSignature(signed, key);
        byte[] flipped = right.clone();
        flipped[100] ^= 1;
        tricks.add(bearer("one bit of the signature turned", Forge.joined(HEADER, claims(), flipped)));
        tricks.add(bearer("signature of zeros", Forge.joined(HEADER, claims(), new byte[256])));
        tricks.add(bearer("signature cut", good().substring(0, good().length() - 8)));
        tricks.add(bearer("signature not of base64", signed + ".%%%%"));
        tricks.add(bearer(
                "signature of other claims",
                signed + "."
                        + Forge.rsa(HEADER, claims("sub", "\"other\""), key).split("\\.", -1)[2]));
        tricks.add(bearer("RS512 said, RS256 done", Forge.rsa("{\"alg\":\"RS512\"}", claims(), key)));
        tricks.add(bearer("PS256 said, RS256 done", Forge.rsa("{\"alg\":\"PS256\"}", claims(), key)));
        tricks.add(bearer("ES256 of zeros", Forge.joined("{\"alg\":\"ES256\"}", claims(), new byte[64])));
        tricks.add(bearer("an algorithm that there is not", Forge.rsa("{\"alg\":\"RS257\"}", claims(), key)));
        tricks.add(bearer(
                "crit of something unknown",
                Forge.rsa("{\"alg\":\"RS256\",\"crit\":[\"duijie\"],\"duijie\":1}", claims(), key)));
        tricks.add(bearer(
                "a payload said not to be encoded",
                Forge.rsa("{\"alg\":\"RS256\",\"crit\":[\"b64\"],\"b64\":false}", claims(), key)));
    }

    private void withOtherClaims() {
        long now = Instant.now().getEpochSecond();
        claim("exp", "" + (now - 3_600), "expired an hour ago");
        claim("exp", null, "never expires");
        claim("exp", "null", "exp null");
        claim("exp", "\"" + (now + 600) + "\"", "exp a string");
        claim("exp", "\"tomorrow\"", "exp a word");
        claim("exp", "-1", "exp before the epoch");
        claim("nbf", "" + (now + 3_600), "not before an hour from now");
        claim("iss", "\"" + elsewhere + "\"", "another issuer");
        claim("iss", "\"" + Tokens.ISSUER + "/\"", "an issuer with a slash more");
        claim("iss", "\"" + Tokens.ISSUER.substring(0, Tokens.ISSUER.length() - 1) + "\"", "half an issuer");
        claim("iss", "[\"" + Tokens.ISSUER + "\"]", "a list of issuers");
        claim("iss", null, "no issuer");
        claim("aud", "\"account\"", "another audience");
        claim("aud", "[\"account\",\"portal\"]", "other audiences");
        claim("aud", "\"duijie-api-2\"", "an audience that begins alike");
        claim("aud", "\"DUIJIE-API\"", "an audience in capitals");
        claim("aud", "\"duijie-api account\"", "audiences in one string");
        claim("aud", "[]", "an empty list of audiences");
        claim("aud", "{\"duijie-api\":true}", "an audience that is an object");
        claim("aud", null, "no audience");
    }

    private void ofAnotherKind() {
        claim("typ", "\"ID\"", "an ID token");
        claim("typ", "\"Refresh\"", "a refresh token");
        claim("typ", "\"Offline\"", "an offline token");
        claim("typ", "\"Logout\"", "a logout token");
        for (String typ : List.of("logout+jwt", "dpop+jwt", "secevent+jwt", "client-authentication+jwt")) {
            tricks.add(bearer(
                    "header typ " + typ, Forge.rsa("{\"alg\":\"RS256\",\"typ\":\"" + typ + "\"}", claims(), key)));
        }
    }

    private void saidTwice() {
        for (String claim : List.of("sub", "aud", "iss", "exp", "groups")) {
            String twice = claims().replaceFirst("\\{", "{" + member(claim, value(claim)) + ",");
            tricks.add(bearer("the claim " + claim + " twice", Forge.rsa(HEADER, twice, key)));
        }
        tricks.add(
                bearer("alg twice", Forge.rsa("{\"alg\":\"RS256\",\"alg\":\"none\",\"typ\":\"JWT\"}", claims(), key)));
    }

    private void outOfShape() {
        String good = good();
        tricks.add(bearer("nothing", ""));
        tricks.add(bearer("a word", "opensesame"));
        tricks.add(bearer("dots", ".."));
        tricks.add(bearer("dots only of five parts", "...."));
        tricks.add(bearer("a fourth part", good + ".x"));
        tricks.add(bearer("five parts", good + ".x.y"));
        tricks.add(bearer("the header twice", Forge.encoded(HEADER) + "." + good));
        tricks.add(bearer("two tokens", good + "," + good));
        tricks.add(bearer("a space inside", good.substring(0, 40) + " " + good.substring(40)));
        tricks.add(bearer("claims that are no JSON", Forge.rsa(HEADER, "sub=leading-group", key)));
        tricks.add(bearer("claims that are a list", Forge.rsa(HEADER, "[" + claims() + "]", key)));
        tricks.add(bearer("claims and something after them", Forge.rsa(HEADER, claims() + "{}", key)));
        tricks.add(bearer("claims cut", Forge.rsa(HEADER, claims().substring(0, 60), key)));
        tricks.add(bearer("no claims", Forge.rsa(HEADER, "{}", key)));
        tricks.add(bearer("a header that is no JSON", Forge.rsa("RS256", claims(), key)));
        tricks.add(bearer("a header that is a list", Forge.rsa("[\"RS256\"]", claims(), key)));
        tricks.add(bearer(
                "a large token of a stranger",
                Forge.rsa(HEADER, claims("padding", "\"" + "x".repeat(8_000) + "\""), stranger.getPrivate())));
        tricks.add(bearer(
                "deep claims of a stranger",
                Forge.rsa(HEADER, claims("deep", "[".repeat(3_000) + "]".repeat(3_000)), stranger.getPrivate())));
    }

    private void inAnotherPlace() {
        String good = good();
        tricks.add(new TokenTrick("in the query", Map.of(), "?access_token=" + good));
        tricks.add(new TokenTrick("in the query as token", Map.of(), "?token=" + good));
        tricks.add(header("in a cookie", "Cookie", "access_token=" + good + "; Authorization=Bearer " + good));
        tricks.add(header("as Basic", "Authorization", "Basic " + good));
        tricks.add(header("without a scheme", "Authorization", good));
        tricks.add(header("with another scheme", "Authorization", "Token " + good));
        tricks.add(header("as DPoP", "Authorization", "DPoP " + good));
        for (String name :
                List.of("X-Access-Token", "X-Forwarded-Access-Token", "X-Authorization", "Proxy-Authorization")) {
            tricks.add(header("in " + name, name, "Bearer " + good));
        }
        for (String name : List.of("X-User-Id", "X-Forwarded-User", "X-Remote-User", "Remote-User", "X-Roles")) {
            tricks.add(header("a name in " + name, name, "leading-group"));
        }
    }

    private void claim(String name, @Nullable String value, String trick) {
        tricks.add(bearer(trick, Forge.rsa(HEADER, claims(name, value), key)));
    }

    private String signedByAStranger(String more) {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\"" + more + "}";
        return Forge.rsa(header, claims(), stranger.getPrivate());
    }

    private static String claims() {
        return claims("sub", value("sub"));
    }

    /** The leading group's claims with one of them another, or left out. */
    private static String claims(String name, @Nullable String value) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (String claim : List.of("sub", "iss", "aud", "exp", "iat", "groups")) {
            claims.put(claim, member(claim, value(claim)));
        }
        if (value == null) {
            claims.remove(name);
        } else {
            claims.put(name, member(name, value));
        }
        return "{" + String.join(",", claims.values()) + "}";
    }

    private static String value(String claim) {
        long now = Instant.now().getEpochSecond();
        return switch (claim) {
            case "sub" -> "\"leading-group\"";
            case "iss" -> "\"" + Tokens.ISSUER + "\"";
            case "aud" -> "\"duijie-api\"";
            case "exp" -> "" + (now + 600);
            case "iat" -> "" + now;
            default -> "[\"LEADING_GROUP\"]";
        };
    }

    private static String member(String name, String value) {
        return "\"" + name + "\":" + value;
    }

    private static String number(byte[] magnitude) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(magnitude);
    }

    private RSAPublicKey publicKey() {
        try {
            RSAPrivateCrtKey whole = (RSAPrivateCrtKey) key;
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(whole.getModulus(), whole.getPublicExponent()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
