package org.duijie.sample;

import java.net.URI;
import java.nio.file.Path;
import org.duijie.sample.http.Credentials;
import org.duijie.sample.http.Gateway;
import picocli.CommandLine.Option;

/** Where the suite is, and with whose accounts a command goes there. */
final class GatewayOptions {
    @Option(names = "--gateway", defaultValue = "http://127.0.0.1:8080", description = "Address of the gateway.")
    @SuppressWarnings("NullAway.Init") // picocli
    private URI gateway;

    @Option(names = "--accounts", required = true, description = "The accounts file that the launcher wrote.")
    @SuppressWarnings("NullAway.Init") // picocli
    private Path accounts;

    Gateway open() {
        return new Gateway(gateway, Credentials.read(accounts));
    }
}
