package org.duijie.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.duijie.chassis.embedded.KafkaBroker;
import org.duijie.chassis.embedded.LoopbackPorts;
import org.duijie.chassis.embedded.PostgresServer;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL, a real Kafka broker and a key to sign tokens with, for one test run: use it as
 * {@code @WithTestResource(Infrastructure.class)}. All of a module's tests share one. The database begins with what the
 * last released version left, where the module keeps it: see {@link KeptState}.
 */
public class Infrastructure implements QuarkusTestResourceLifecycleManager {

    /** Where {@link Tokens} finds the key, whatever class loader it lives in. */
    static final String PRIVATE_KEY = "duijie.test.private-key";

    private @Nullable PostgresServer postgres;
    private @Nullable KafkaBroker kafka;

    @Override
    public Map<String, String> start() {
        postgres = PostgresServer.startTemporary().createDatabases("service");
        KeptState.restore(postgres, "service");
        kafka = KafkaBroker.startTemporary();
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl("service"),
                "quarkus.datasource.username", postgres.applicationUsername(),
                "quarkus.datasource.password", postgres.applicationUsername(),
                "quarkus.flyway.username", postgres.username(),
                "quarkus.flyway.password", postgres.password(),
                "kafka.bootstrap.servers", kafka.bootstrapServers(),
                "quarkus.oidc.public-key", newPublicKey(),
                "quarkus.oidc.token.issuer", Tokens.ISSUER,
                "quarkus.http.test-port", "0",
                "duijie.test.mail-port", LoopbackPorts.free(1).getFirst().toString());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    /** Makes a key pair, leaves the private half for {@link Tokens}, and returns the public half in base64. */
    static String newPublicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair keys = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            System.setProperty(
                    PRIVATE_KEY, base64.encodeToString(keys.getPrivate().getEncoded()));
            return Objects.requireNonNull(base64.encodeToString(keys.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
