package org.duijie.sample.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The door of the suite, and a session for each account that goes through it. */
public final class Gateway implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final URI address;
    private final Credentials credentials;
    private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

    public Gateway(URI address, Credentials credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    public URI address() {
        return address;
    }

    /** The session of this account, signed in when it first asks for something. */
    public Session as(String account) {
        return sessions.computeIfAbsent(
                account, name -> new Session(http, address, new SignIn(http, credentials, name)));
    }

    /** The session of somebody who has not signed in. */
    public Session asThePublic() {
        return new Session(http, address, null);
    }

    /** Ends at once whatever is still open. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
