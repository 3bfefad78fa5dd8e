package org.duijie.chassis.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Only the key to sign tokens with, for applications without a database or events. */
public class SigningKey implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.public-key",
                Infrastructure.newPublicKey(),
                "quarkus.oidc.token.issuer",
                Tokens.ISSUER,
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        System.clearProperty(Infrastructure.PRIVATE_KEY);
    }
}
